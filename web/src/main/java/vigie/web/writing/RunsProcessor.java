package vigie.web.writing;

import org.springframework.web.util.HtmlUtils;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.templatemode.TemplateMode;

/// `v:runs="${…}"`: writes evidence as runs into an element, each escaped. Where there are none,
/// the element keeps what stands in it. No space comes between them: it would be part of the text.
final class RunsProcessor extends AbstractAttributeTagProcessor {
    /// After everything that decides whether the element is there and what it holds.
    private static final int LAST = 1500;

    RunsProcessor(String prefix) {
        super(TemplateMode.HTML, prefix, null, false, "runs", true, LAST, true);
    }

    @Override
    protected void doProcess(
            ITemplateContext context,
            IProcessableElementTag tag,
            AttributeName name,
            String expression,
            IElementTagStructureHandler structure) {
        Object runs =
                StandardExpressions.getExpressionParser(context.getConfiguration())
                        .parseExpression(context, expression)
                        .execute(context);
        if (runs instanceof Iterable<?> each && each.iterator().hasNext()) {
            structure.setBody(html(each), false);
        }
    }

    /// Runs as HTML.
    static String html(Iterable<?> runs) {
        StringBuilder html = new StringBuilder();
        for (Object each : runs) {
            if (!(each instanceof Run(String kind, String text, String title))) {
                throw new IllegalArgumentException("not a run: " + each);
            }
            switch (kind) {
                case "mark" -> html.append("<mark>").append(escaped(text)).append("</mark>");
                case "hidden" -> span(html, "class=\"hidden-mark\" dir=\"ltr\"", text, title);
                case "confusable" -> span(html, "class=\"confusable\"", text, title);
                default -> html.append(escaped(text));
            }
        }
        return html.toString();
    }

    private static void span(StringBuilder html, String attributes, String text, String title) {
        html.append("<span ").append(attributes);
        html.append(" title=\"").append(escaped(title)).append("\">");
        html.append(escaped(text)).append("</span>");
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}

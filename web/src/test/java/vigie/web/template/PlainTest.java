package vigie.web.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.ExpressionContext;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;
import org.thymeleaf.templateresolver.StringTemplateResolver;
import vigie.web.writing.Run;

/// What is evaluated plainly is what the expression language makes of it; the rest is left to it.
class PlainTest {
    /// Somebody to ask.
    public record Plant(String name, int height, List<String> colours) {
        /// Whether it is taller.
        public boolean over(long other) {
            return height > other;
        }

        /// Two of one name and as many arguments.
        public String said(String word) {
            return "word " + word;
        }

        /// The other.
        public String said(Integer number) {
            return "number " + number;
        }
    }

    private static final Map<String, Object> PAGE =
            Map.of("rose", new Plant("rose", 90, List.of("red")), "word", "rose", "yes", true);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    rose.name()
                    rose.name().length()
                    rose.over(80)
                    rose.over(rose.height())
                    not rose.over(80)
                    rose.colours().isEmpty()
                    rose.name() == 'rose'
                    rose.name() != word
                    rose.name() == word and not rose.over(100)
                    nothing == null or nothing.name() == 'x'
                    nothing != null and nothing.over(1)
                    rose != null and rose.over(80) and yes
                    word
                    'a text'
                    rose.said(word)
                    rose.height() > 80
                    rose.name() + '!'
                    rose.colours()[0]
                    yes ? 'a' : 'b'
                    nothing ?: word
                    {'a','b'}
                    @plant.name()
                    @plant.name() == rose.name()
                    """)
    void the_value_is_that_of_the_expression_language(String expression) {
        assertEquals(page(expression, false), page(expression, true), expression);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rose.name().length()",
                "rose.over(80) and not rose.colours().isEmpty()",
                "nothing == null",
                "@plant.over(rose.height())"
            })
    void plain_expressions_need_no_other_language(String expression) {
        assertTrue(value(expression).isPresent(), expression);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rose.name",
                "rose.name() + '!'",
                "T(java.lang.Runtime).getRuntime()",
                "new java.util.Date()",
                "param.q()",
                "not rose.name() == 'rose'",
                "#strings.isEmpty(word)",
                "rose.height() > 1",
                "rose.name(",
                "",
                "'half"
            })
    void what_is_not_plain_is_not_read(String expression) {
        assertEquals(Optional.empty(), PlainParser.parse(expression, _ -> PAGE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rose.getClass()",
                "rose.said(word)",
                "rose.absent()",
                "rose.over(word)",
                "nothing.name()",
                "rose.height() == rose.height()",
                "word and yes"
            })
    void what_could_surprise_is_left_to_the_expression_language(String expression) {
        assertSame(Plain.UNSURE, value(expression).orElseThrow(), expression);
    }

    @Test
    void null_is_a_value() {
        Plain plain = PlainParser.parse("nothing", _ -> PAGE).orElseThrow();
        assertNull(plain.in(context()));
    }

    @Test
    void runs_are_escaped_whatever_their_kind() {
        String hostile = "<script>'\"&";
        String safe = "&lt;script&gt;&#39;&quot;&amp;";
        for (String kind : List.of("plain", "mark", "hidden", "confusable", "other")) {
            String html = RunsProcessor.html(List.of(new Run(kind, hostile, hostile)));
            assertTrue(html.contains(safe), html);
            assertTrue(!html.contains("<script"), html);
        }
    }

    @Test
    void runs_are_written_without_a_space_between() {
        assertEquals(
                "old <mark>stone</mark><span class=\"hidden-mark\" dir=\"ltr\" title=\"what\">U+202E</span>é",
                RunsProcessor.html(
                        List.of(
                                new Run("plain", "old ", ""),
                                new Run("mark", "stone", ""),
                                new Run("hidden", "U+202E", "what"),
                                new Run("plain", "é", ""))));
    }

    private static Optional<Object> value(String expression) {
        return PlainParser.parse(expression, _ -> new Plant("bean", 200, List.of()))
                .map(plain -> plain.in(context()));
    }

    private static IExpressionContext context() {
        return new ExpressionContext(
                new SpringTemplateEngine().getConfiguration(), Locale.ENGLISH, PAGE);
    }

    /// A page that says the value only, made by the engine with or without what is ours.
    private static String page(String expression, boolean plain) {
        try (AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext()) {
            beans.registerBean("plant", Plant.class, () -> new Plant("bean", 200, List.of()));
            beans.refresh();
            SpringTemplateEngine engine =
                    plain
                            ? new Templates()
                                    .templateEngine(
                                            beans.getBeanProvider(
                                                    org.thymeleaf.templateresolver.ITemplateResolver
                                                            .class),
                                            beans)
                            : new SpringTemplateEngine();
            engine.setTemplateResolver(new StringTemplateResolver());
            Context context = new Context(Locale.ENGLISH, PAGE);
            context.setVariable(
                    ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME,
                    new ThymeleafEvaluationContext(beans, null));
            return engine.process("<b th:text=\"${ " + expression + " }\">x</b>", context);
        }
    }
}

package vigie.web.template;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.spring6.expression.SPELVariableExpressionEvaluator;
import org.thymeleaf.standard.expression.IStandardVariableExpression;
import org.thymeleaf.standard.expression.IStandardVariableExpressionEvaluator;
import org.thymeleaf.standard.expression.StandardExpressionExecutionContext;

/// Evaluates the expressions of templates: those that are plain directly, any other by Spring's
/// expression language. A list of fifty hits evaluates a thousand, nearly all of them plain.
final class PlainExpressions implements IStandardVariableExpressionEvaluator {
    private final BeanFactory beans;
    private final Map<String, Optional<Plain>> parsed = new ConcurrentHashMap<>();

    PlainExpressions(BeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public @Nullable Object evaluate(
            IExpressionContext context,
            IStandardVariableExpression expression,
            StandardExpressionExecutionContext how) {
        if (!expression.getUseSelectionAsRoot() && !how.getPerformTypeConversion()) {
            Optional<Plain> plain = parsed(expression.getExpression());
            if (plain.isPresent()) {
                Object value = plain.get().in(context);
                if (value != Plain.UNSURE) {
                    return value;
                }
            }
        }
        return SPELVariableExpressionEvaluator.INSTANCE.evaluate(context, expression, how);
    }

    private Optional<Plain> parsed(String expression) {
        Optional<Plain> known = parsed.get(expression);
        return known == null
                ? parsed.computeIfAbsent(
                        expression, text -> PlainParser.parse(text, beans::getBean))
                : known;
    }
}

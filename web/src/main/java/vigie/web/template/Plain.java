package vigie.web.template;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IExpressionContext;

/// An expression of a template that needs no expression language: a name, a call without surprises,
/// a comparison with a text or null, and what `and`, `or` and `not` make of those.
///
/// A value of [#UNSURE] says that this one does need it, this time: it is then evaluated anew.
sealed interface Plain {
    /// In place of a value.
    Unsure UNSURE = Unsure.ONE;

    /// That no value can be told.
    enum Unsure {
        /// The one of its kind.
        ONE
    }

    /// The value where a page is made now.
    @Nullable Object in(IExpressionContext context);

    /// What stands in the template as it is: a text, a whole number, or null.
    record Constant(@Nullable Object value) implements Plain {
        @Override
        public @Nullable Object in(IExpressionContext context) {
            return value;
        }
    }

    /// A value of the page.
    record Variable(String name) implements Plain {
        @Override
        public @Nullable Object in(IExpressionContext context) {
            return context.getVariable(name);
        }
    }

    /// Something that every page may ask.
    record Bean(Object bean) implements Plain {
        @Override
        public Object in(IExpressionContext context) {
            return bean;
        }
    }

    /// A method of a value.
    record Call(Plain target, Method method, List<Plain> arguments) implements Plain {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public @Nullable Object in(IExpressionContext context) {
            Object on = target.in(context);
            if (on == null || on == UNSURE) {
                return UNSURE;
            }
            @Nullable Object[] values = new Object[arguments.size() + 1];
            values[0] = on;
            for (int i = 0; i < arguments.size(); i++) {
                Object value = arguments.get(i).in(context);
                if (value == UNSURE) {
                    return UNSURE;
                }
                values[i + 1] = value;
            }
            return method.call(on, values);
        }
    }

    /// Whether a value is a text or null, or is not. Other values are not compared here.
    record Same(Plain one, Plain other, boolean wanted) implements Plain {
        @Override
        public Object in(IExpressionContext context) {
            Object left = one.in(context);
            Object right = other.in(context);
            if (left == null || right == null) {
                return left == UNSURE || right == UNSURE
                        ? UNSURE
                        : (left == null && right == null) == wanted;
            }
            return left instanceof String text && right instanceof String word
                    ? text.equals(word) == wanted
                    : UNSURE;
        }
    }

    /// That one of both decides: `false` for `and`, `true` for `or`.
    record Both(Plain one, Plain other, boolean decides) implements Plain {
        @Override
        public Object in(IExpressionContext context) {
            Object left = one.in(context);
            if (!(left instanceof Boolean first) || first == decides) {
                return left instanceof Boolean ? left : UNSURE;
            }
            Object right = other.in(context);
            return right instanceof Boolean ? right : UNSURE;
        }
    }

    /// The contrary.
    record Not(Plain what) implements Plain {
        @Override
        public Object in(IExpressionContext context) {
            return what.in(context) instanceof Boolean truth ? !truth : UNSURE;
        }
    }
}

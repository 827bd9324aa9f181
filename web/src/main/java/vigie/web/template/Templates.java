package vigie.web.template;

import java.util.Set;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.dialect.SpringStandardDialect;
import org.thymeleaf.standard.expression.IStandardVariableExpressionEvaluator;
import org.thymeleaf.templateresolver.ITemplateResolver;

/// The engine of the templates, with what is ours in it.
@Configuration(proxyBeanMethods = false)
class Templates {
    /// The prefix of our attributes.
    private static final String PREFIX = "v";

    @Bean
    SpringTemplateEngine templateEngine(
            ObjectProvider<ITemplateResolver> resolvers, BeanFactory beans) {
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setDialect(new Standard(new PlainExpressions(beans)));
        engine.addDialect(new Own());
        resolvers.orderedStream().forEach(engine::addTemplateResolver);
        return engine;
    }

    /// What the framework offers to templates, with our evaluation.
    private static final class Standard extends SpringStandardDialect {
        private final PlainExpressions expressions;

        Standard(PlainExpressions expressions) {
            this.expressions = expressions;
        }

        @Override
        public IStandardVariableExpressionEvaluator getVariableExpressionEvaluator() {
            return expressions;
        }
    }

    /// Our attributes.
    private static final class Own extends AbstractProcessorDialect {
        Own() {
            super("Vigie", PREFIX, SpringStandardDialect.PROCESSOR_PRECEDENCE);
        }

        @Override
        public Set<IProcessor> getProcessors(String prefix) {
            return Set.of(new RunsProcessor(prefix));
        }
    }
}

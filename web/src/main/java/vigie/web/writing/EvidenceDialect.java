package vigie.web.writing;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.standard.StandardDialect;

/// Our attributes of templates: `v:runs`.
@Component
final class EvidenceDialect extends AbstractProcessorDialect {
    EvidenceDialect() {
        super("Vigie", "v", StandardDialect.PROCESSOR_PRECEDENCE);
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(new RunsProcessor(prefix));
    }
}

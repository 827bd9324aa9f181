package vigie.web.frame;

import java.io.Serial;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import vigie.casework.user.Role;
import vigie.casework.user.User;
import vigie.model.casefile.Actor;
import vigie.model.casefile.Refusal;

/// Who asks for a page: the signed-in user. A controller that names one as its argument gets it.
///
/// @param preferences what they chose of the interface
public record Visitor(User user, Preferences preferences) {
    /// Under whom the ledger enters what they do.
    public Actor actor() {
        return user.actor();
    }

    /// What colleagues call them.
    public String name() {
        return user.name();
    }

    /// What they are here for.
    public Role role() {
        return user.role();
    }

    /// Lets only readers of evidence on: for others, the pages of it are not there.
    public void requireReader() {
        if (!role().readsContent()) {
            throw new Refusal(Refusal.Kind.PERMISSION, actor() + " does not read evidence");
        }
    }

    /// The language of their pages.
    public Locale locale() {
        return Locale.forLanguageTag(user.language());
    }

    /// The visitor of this request, or null at the door.
    public static @Nullable Visitor current() {
        Authentication now = SecurityContextHolder.getContext().getAuthentication();
        return now instanceof SignedIn signed ? signed.visitor() : null;
    }

    /// That somebody proved who they are.
    public static final class SignedIn extends AbstractAuthenticationToken {
        @Serial private static final long serialVersionUID = 1L;

        private final transient Visitor visitor;

        /// @param visitor who they proved to be
        public SignedIn(Visitor visitor) {
            super(AuthorityUtils.createAuthorityList("ROLE_" + visitor.role().name()));
            this.visitor = visitor;
            setAuthenticated(true);
        }

        /// Who they proved to be.
        public Visitor visitor() {
            return visitor;
        }

        @Override
        public Object getCredentials() {
            return "";
        }

        @Override
        public Object getPrincipal() {
            return visitor.actor().id();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof SignedIn signed && signed.visitor.equals(visitor);
        }

        @Override
        public int hashCode() {
            return visitor.hashCode();
        }
    }

    /// Gives controllers their visitor.
    public static final class Argument implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Visitor.class;
        }

        @Override
        public @Nullable Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer model,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            return current();
        }
    }
}

package vigie.web.frame;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/// What is shown where there is nothing to show. It says what to do, and nothing about the inside.
@Controller
class ErrorPages implements ErrorController {
    @RequestMapping("/error")
    String error(HttpServletRequest request, HttpServletResponse response, Model model) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int status = failed instanceof Integer code ? code : HttpServletResponse.SC_NOT_FOUND;
        response.setStatus(status);
        // What was refused before it came to the filters has none yet.
        Headers.write(request, response);
        model.addAttribute("problem", problem(status));
        model.addAttribute("caseName", null);
        model.addAttribute("reason", null);
        return "error";
    }

    private static String problem(int status) {
        return switch (status) {
            case 400, 404, 405, 421 -> "missing";
            case 401, 403 -> "refused";
            default -> "broken";
        };
    }
}

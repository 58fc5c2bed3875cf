package io.errortracker.api;

/** Ends a request with a status and a sentence for the caller. */
final class ApiProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    private ApiProblem(int status, String detail) {
        super(detail, null, false, false);
        this.status = status;
    }

    static ApiProblem badRequest(String detail) {
        return new ApiProblem(400, detail);
    }

    static ApiProblem forbidden(String detail) {
        return new ApiProblem(403, detail);
    }

    static ApiProblem notFound() {
        return new ApiProblem(404, "The requested resource does not exist");
    }

    static ApiProblem tooLarge(String detail) {
        return new ApiProblem(413, detail);
    }

    static ApiProblem busy() {
        return new ApiProblem(503, "Others are uploading now; try again in a moment");
    }

    int status() {
        return status;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}

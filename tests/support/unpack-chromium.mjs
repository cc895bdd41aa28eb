// Unpacks the Chromium that the package @sparticuz/chromium carries; run with TMPDIR set to where it should stand.
// The variable makes it unpack the libraries too, which a bare machine lacks.
process.env["AWS_LAMBDA_JS_RUNTIME"] = "nodejs22.x";
const { default: chromium } = await import("@sparticuz/chromium");
await chromium.executablePath();

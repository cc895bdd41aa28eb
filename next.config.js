/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  distDir: process.env.NEXT_DIST ?? ".next",
  // Types are checked by npm test; somebody's first start need not wait for them.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  serverExternalPackages: ["pg", "pg-boss", "pino", "@node-rs/argon2", "nodemailer", "rate-limiter-flexible", "@resvg/resvg-js"],
  // A student's laptop and the machine itself may reach the development server by another name than localhost.
  allowedDevOrigins: ["127.0.0.1"],
};

export default config;

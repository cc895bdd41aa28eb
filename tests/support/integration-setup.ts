// Runs in the worker before each test file, before any module of ours reads the environment.
import { afterAll, inject } from "vitest";
import { createDatabase, dropDatabase } from "@/tests/support/database";

const name = `test_${process.env["VITEST_POOL_ID"] ?? "0"}_${process.pid}_${Date.now().toString(36)}`;

Object.assign(process.env, {
  NODE_ENV: "test",
  LOG_LEVEL: process.env["LOG_LEVEL"] ?? "silent",
  DATABASE_URL: await createDatabase(inject("clusterUrl"), name),
  AUTH_SECRET: "a secret that is only used by the tests of this project",
  NEXTAUTH_SECRET: "a secret that is only used by the tests of this project",
  NEXTAUTH_URL: "http://127.0.0.1:4320",
  SLANTWISE_LTI_LOOPBACK: "1",
  PUBLIC_URL: "http://127.0.0.1:4320",
});

afterAll(async () => {
  await dropDatabase(inject("clusterUrl"), name);
});

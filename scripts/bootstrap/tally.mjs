/**
 * Counts what passed and failed: a test of vitest or Playwright as one, any other
 * step as one. Reports are read as JSON, next to the runners' usual output.
 */
import { readStamp as readJson } from './project.mjs';

export function buildTally() {
  let passed = 0;
  let failed = 0;
  return {
    add(counts) {
      passed += counts.passed;
      failed += counts.failed;
    },
    get failed() {
      return failed;
    },
    /** The closing line of `npm test`. */
    toString: () => `${passed} passed, ${failed} failed`,
  };
}

/**
 * Counts in vitest's report. A file that could not even be loaded has no tests
 * to fail, yet the run failed; so does a run without a report.
 */
export function readVitest(file, exitCode) {
  const report = readJson(file);
  const passed = report?.numPassedTests ?? 0;
  return { passed, failed: atLeastOne(report?.numFailedTests ?? 0, exitCode) };
}

/** Counts in Playwright's report. A test that passed only when repeated failed. */
export function readPlaywright(file, exitCode) {
  const stats = readJson(file)?.stats;
  const failed = (stats?.unexpected ?? 0) + (stats?.flaky ?? 0);
  return { passed: stats?.expected ?? 0, failed: atLeastOne(failed, exitCode) };
}

const atLeastOne = (failed, exitCode) => (exitCode === 0 ? failed : Math.max(failed, 1));

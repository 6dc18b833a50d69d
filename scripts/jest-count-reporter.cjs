// Ends a run with one line of counts, after jest's own summary.
module.exports = class CountReporter {
  onRunComplete(_contexts, results) {
    const brokenSuites = results.testResults.filter((suite) => suite.testExecError).length;
    const line = `${results.numPassedTests} passed, ${results.numFailedTests + brokenSuites} failed\n`;
    process.once('exit', () => process.stdout.write(line));
  }
};

/**
 * One jest for the whole house. Tests run in Node itself, from their sources (test/setup/in-node.mjs), not in a world
 * of their own for each file: that costs more than most tests (docs/decisions/015).
 */
export default {
  runner: ['jest-light-runner', { runtime: 'child_process' }],
  testMatch: ['<rootDir>/{core,content-tools,api,web,test}/**/*.test.{ts,tsx}'],
  modulePathIgnorePatterns: ['/dist/', '/build/'],
  globalSetup: '<rootDir>/test/setup/start.mjs',
  globalTeardown: '<rootDir>/test/setup/stop.mjs',
  maxWorkers: 2,
};

import exported from '@xapi/xapi';

// The package is CommonJS with types for a bundler: what Node hands over is the class itself or a module that holds it.
type Client = typeof exported.default;
const either = exported as unknown as Client & { default?: Client };

/** The xAPI.js client: what another system in the municipality would use. */
export const XAPI = either.default ?? either;

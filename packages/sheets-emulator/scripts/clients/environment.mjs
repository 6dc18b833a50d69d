/** Stands in for the environment of that client's tests: no pauses, because nothing here has a quota. */
export const ENV = {};

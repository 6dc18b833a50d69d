// Replaces json-bigint in the deployed bundle (25 kB with what it needs): of a machine's metadata Lectern reads texts, no long numbers.
export const { parse, stringify } = JSON;

// Replaces node-fetch in the deployed bundle: Google's libraries use of it only what Node has itself.
export default fetch;

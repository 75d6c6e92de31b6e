// Suites import node:assert/strict; a browser host gets the same from the package that bundlers use in its place.
module.exports = require('assert').strict;

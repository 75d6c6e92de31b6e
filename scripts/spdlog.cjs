/**
 * Stands in for VS Code's native logger, @vscode/spdlog, which would have to be compiled: without one the Output panel stays empty.
 * scripts/vscode-server.mjs copies it over that package's index.js. Log files are not rotated: they live as long as the server.
 */
'use strict';
const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];

/** Writes each message to the file at once, beneath the level that is set not at all. */
class Logger {
  constructor(type, name, path) {
    this.path = path;
    this.level = 0;
    this.format = (level, message) => {
      const time = new Date().toISOString().replace('T', ' ').replace('Z', '');
      return `${time} [${level === 'warn' ? 'warning' : level}] ${message}\n`;
    };
    levels.forEach((level, index) => {
      this[level] = (message) => {
        if (index >= this.level) appendFileSync(this.path, this.format(level, message));
      };
    });
  }

  getLevel() {
    return this.level;
  }

  setLevel(level) {
    this.level = level;
  }

  /** VS Code sets one pattern only, the one that `format` follows. */
  setPattern() {
    return undefined;
  }

  clearFormatters() {
    this.format = (level, message) => message;
  }

  flush() {
    return undefined;
  }

  drop() {
    return undefined;
  }
}

/** Makes a logger once its folder is there. */
async function create(name, path) {
  mkdirSync(dirname(path), { recursive: true });
  return new Logger('rotating', name, path);
}

exports.version = 0;
exports.setLevel = () => undefined;
exports.setFlushOn = () => undefined;
exports.Logger = Logger;
exports.createRotatingLogger = create;
exports.createAsyncRotatingLogger = create;

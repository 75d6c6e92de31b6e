import * as l10n from '@vscode/l10n';
import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser';
import picomatch from 'picomatch';
import type { ProductId } from '../commands/types';
import type { Release } from '../model/device';
import type { Severity } from '../rules/rule';
import { canonicalAddress } from '../syntax/address';
import type { NatMappings } from '../tunnels/fit';

/** The name of the file that says what holds for everyone who opens a folder; it stands at the folder's root. */
export const PROJECT_FILE = 'huawei-ipsec.json';

/** A finding that somebody accepts, with the reason. What is not named counts for all. */
export interface Suppression {
  readonly rule: string;
  readonly device?: string;
  /** The tunnel's id, or a part of it: `FW_A/policy/map1/10`. */
  readonly tunnel?: string;
  readonly reason: string;
}

/** What a project file says. */
export interface Project {
  /** Severity by rule id, or `off`. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  readonly suppressions: readonly Suppression[];
  /** Addresses outside a NAT against those that the devices themselves have. */
  readonly nat: NatMappings;
  /** Product and release by device name in lower case. */
  readonly releases: ReadonlyMap<string, Release>;
  /** Whether a file is looked at, by its path below the project's folder, with `/` between its parts. */
  readonly takesIn: (path: string) => boolean;
}

export const NO_PROJECT: Project = {
  rules: {},
  suppressions: [],
  nat: new Map(),
  releases: new Map(),
  takesIn: () => true,
};

const LEVELS: ReadonlySet<unknown> = new Set(['error', 'warning', 'information', 'hint', 'off']);
const PRODUCTS: ReadonlySet<string> = new Set<ProductId>([
  'usg',
  'ar-v200',
  'ar-v300',
  'vrp8',
  's-series',
  'quidway',
]);

type Raw = Record<string, unknown>;

function isObject(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function objects(value: unknown): Raw[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
}

function textAt(raw: Raw, key: string): string | undefined {
  const value = raw[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Severities as a project file or an editor gives them; anything malformed is left out. */
export function readSeverities(raw: unknown): Record<string, Severity | 'off'> {
  return Object.fromEntries(
    Object.entries(isObject(raw) ? raw : {}).filter((entry): entry is [string, Severity | 'off'] =>
      LEVELS.has(entry[1]),
    ),
  );
}

function readSuppression(raw: Raw): Suppression[] {
  const [rule, reason] = [textAt(raw, 'rule'), textAt(raw, 'reason')];
  // Without a reason nobody can tell later whether it still holds.
  if (rule === undefined || reason === undefined) return [];
  const [device, tunnel] = [textAt(raw, 'device'), textAt(raw, 'tunnel')];
  return [{ rule, reason, ...(device ? { device } : {}), ...(tunnel ? { tunnel } : {}) }];
}

function readNat(raw: unknown): NatMappings {
  const pairs = objects(raw).flatMap((each): [string, string][] => {
    const outside = canonicalAddress(textAt(each, 'outside') ?? '');
    const inside = canonicalAddress(textAt(each, 'inside') ?? '');
    return outside !== undefined && inside !== undefined ? [[outside, inside]] : [];
  });
  return new Map(pairs);
}

function readReleases(raw: unknown): Map<string, Release> {
  return new Map(
    Object.entries(isObject(raw) ? raw : {}).flatMap(([name, value]): [string, Release][] => {
      if (!isObject(value)) return [];
      const [product, text] = [textAt(value, 'product'), textAt(value, 'release')];
      const known = product !== undefined && PRODUCTS.has(product) ? { product: product as ProductId } : {};
      return [[name.toLowerCase(), { ...known, ...(text ? { text } : {}) }]];
    }),
  );
}

/** Patterns such as `configs/*.cfg`; one that is no pattern takes nothing in. */
function matcher(patterns: readonly string[]): (path: string) => boolean {
  return picomatch([...patterns], { dot: true, nocase: true });
}

function readGlobs(raw: Raw): Project['takesIn'] {
  const [include, exclude] = [texts(raw['include']), texts(raw['exclude'])];
  const isIn = include.length > 0 ? matcher(include) : () => true;
  const isOut = exclude.length > 0 ? matcher(exclude) : () => false;
  return (path) => isIn(path) && !isOut(path);
}

/**
 * Reads a project file: JSON with comments. What is malformed in it is left out and the rest counts; `problem` says in one sentence what
 * is wrong with the text as a whole.
 */
export function readProject(text: string): { project: Project; problem?: string } {
  const errors: ParseError[] = [];
  const raw: unknown = parse(text, errors, { allowTrailingComma: true });
  const [error] = errors;
  const line = error ? text.slice(0, error.offset).split('\n').length : 0;
  const problem = error
    ? l10n.t('{0} is no valid JSON at line {1}: {2}.', PROJECT_FILE, line, printParseErrorCode(error.error))
    : undefined;
  if (!isObject(raw)) return { project: NO_PROJECT, ...(problem ? { problem } : {}) };
  const project: Project = {
    rules: readSeverities(raw['rules']),
    suppressions: objects(raw['suppressions']).flatMap(readSuppression),
    nat: readNat(raw['nat']),
    releases: readReleases(raw['devices']),
    takesIn: readGlobs(raw),
  };
  return { project, ...(problem ? { problem } : {}) };
}

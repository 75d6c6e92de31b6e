import eslint from '@eslint/js';
import tseslint from 'typescript-eslint';

/**
 * The house, from the top floor to the ground: a folder may import from its own floor and from the floors below it, never from above.
 * CONTRIBUTING.md draws the same list.
 */
const floors = [
  'client',
  'server/src/(server|entry|node|browser|cli|clientFiles)',
  'server/src/requests',
  'server/src/languageService',
  'server/src/features',
  'server/src/troubleshooting',
  'server/src/refactorings',
  'server/src/workspace',
  'server/src/rules',
  'server/src/tunnels',
  'server/src/model',
  'server/src/display',
  'server/src/syntax',
  'server/src/text',
  'server/src/commands',
  'server/src/causes',
  'server/src/l10n',
];

const patternOf = (floor) => {
  if (floor === 'client') return '(^|/)client/';
  const name = floor.replace('server/src/', '');
  return name.startsWith('(') ? `^\\.\\.?/(\\.\\./)*${name}$` : `^(\\.\\.?/)+(server/src/)?${name}(/|$)`;
};

const filesOf = (floor) => {
  if (floor === 'client') return ['client/**/*.ts'];
  if (floor.includes('('))
    return ['server', 'entry', 'node', 'browser', 'cli', 'clientFiles'].map(
      (file) => `server/src/${file}.ts`,
    );
  return [`${floor}.ts`, `${floor}/**/*.ts`];
};

const importDirection = floors.map((floor, index) => ({
  files: filesOf(floor),
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: floors.slice(0, index).map((above) => ({
          regex: patternOf(above),
          message: `${floor} lies below ${above}: imports point down the house (CONTRIBUTING.md).`,
        })),
      },
    ],
  },
}));

export default tseslint.config(
  { ignores: ['dist/**', 'out/**', 'node_modules/**', '.vscode-test/**'] },
  eslint.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.json' } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: { console: 'readonly', process: 'readonly', URL: 'readonly', Buffer: 'readonly' },
    },
  },
  { files: ['test/**/*.ts'], rules: { '@typescript-eslint/no-floating-promises': 'off' } },
  ...importDirection,
);

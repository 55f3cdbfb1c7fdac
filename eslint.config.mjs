import next from '@next/eslint-plugin-next'
import jsxA11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

/**
 * Who may import whom (docs/decisions/0002): each room names what it may not reach. Rooms import one another
 * by "@/", files of the same room by "./".
 */
const room = (files, forbidden, message) => ({
  files,
  ignores: ['**/*.test.ts', '**/*.test.tsx', '**/testing.ts', '**/testing/**'],
  rules: { 'no-restricted-imports': ['error', { patterns: [{ regex: `^@/(?:${forbidden.join('|')})(?:/|$)`, message }] }] },
})

export default tseslint.config(
  { ignores: ['node_modules/', '.next/', '.data/', 'app/(payload)/', 'lib/cms/payload-types.ts', 'lib/cms/migrations/**/*_*.ts', 'next-env.d.ts', 'playwright-report/', 'test-results/', 'public/'] },
  ...tseslint.configs.recommended,
  // Next loads its cache handler as CommonJS.
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  {
    plugins: { '@next/next': next, 'react-hooks': reactHooks },
    rules: {
      ...next.configs.recommended.rules,
      ...next.configs['core-web-vitals'].rules,
      ...reactHooks.configs.recommended.rules,
      // Pages are few and cheap to load whole; see docs/decisions/0005.
      '@next/next/no-html-link-for-pages': 'off',
      '@next/next/no-img-element': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'smart'],
      'no-console': 'error',
    },
  },
  { files: ['components/**/*.tsx', 'app/(site)/**/*.tsx'], ...jsxA11y.flatConfigs.recommended },
  { files: ['scripts/**', 'bench/**', '.ci/**', 'e2e/**', '*.config.*'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.{ts,tsx,mts}'],
    ignores: ['lib/env.ts', 'scripts/**', 'bench/**', 'e2e/**', '**/*.test.ts', '**/*.test.tsx', '**/testing.ts', '**/testing/**', '*.config.*', 'instrumentation.ts'],
    rules: { 'no-restricted-properties': ['error', { object: 'process', property: 'env', message: 'Only lib/env.ts reads the environment.' }] },
  },
  room(['lib/model/**'], ['lib/(?!model/)', 'components', 'app', 'demo'], 'lib/model is pure: zod and nothing else.'),
  room(['lib/seo/**', 'lib/feeds/**', 'lib/format/**'], ['lib/(?!model/|site$|routes$|format/|seo/|feeds/)', 'components', 'app', 'demo'], 'Makers of text import lib/model, lib/site and lib/routes.'),
  room(['lib/data/**'], ['lib/cms', 'components', 'app', 'demo'], 'The door asks lib/adapters; it does not know Payload.'),
  room(['lib/adapters/**'], ['lib/data', 'components', 'app', 'demo'], 'Adapters point outwards: lib/model, lib/env and the outside library.'),
  room(['lib/cms/**'], ['lib/data/(?!tags$|invalidate$)', 'lib/adapters', 'components', 'app'], 'lib/cms announces changes through lib/data/invalidate and knows nothing else of the site.'),
  room(['lib/import/**', 'lib/export/**'], ['lib/data', 'components', 'app', 'demo'], 'What moves newsrooms in and out works on the content system, not on the site.'),
  room(['components/**'], ['lib/(?!model/|format/|routes$|site$|queries/)', 'app', 'demo'], 'Components are given model objects; they never fetch.'),
  room(['app/(site)/**', 'app/api/**', 'app/(machines)/**'], ['lib/adapters', 'lib/cms', 'demo'], 'Pages ask lib/data.'),
)

import { sentryVitePlugin } from '@sentry/vite-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// With SENTRY_AUTH_TOKEN the plugin uploads the source maps and deletes them; without it they stay in ./maps for the command line. Either
// way none is deployed.
const uploads = Boolean(process.env.SENTRY_AUTH_TOKEN);

export default defineConfig({
  base: './',
  build: {
    outDir: process.env.OUT_DIR ?? '../src/main/webapp/front-end',
    emptyOutDir: true,
    sourcemap: 'hidden',
  },
  plugins: [
    react(),
    sentryVitePlugin({
      org: process.env.SENTRY_ORG ?? 'acme',
      project: process.env.SENTRY_PROJECT ?? 'shop',
      url: process.env.SENTRY_URL,
      authToken: process.env.SENTRY_AUTH_TOKEN,
      release: { name: 'tea-shop@1.4.2' },
      sourcemaps: {
        disable: uploads ? false : 'disable-upload',
        filesToDeleteAfterUpload: uploads ? ['**/*.js.map'] : undefined,
      },
      telemetry: false,
    }),
  ],
});

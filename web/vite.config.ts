import { reactRouter } from '@react-router/dev/vite';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const house = fileURLToPath(new URL('..', import.meta.url));

export default defineConfig({
  plugins: [reactRouter()],
  // The other rooms are read from their sources, so that a change there reloads the page without a build between.
  resolve: { alias: [{ find: /^@kursdugnad\/(core|content-tools)\/(.*)\.js$/, replacement: `${house}$1/$2.ts` }] },
  build: {
    target: 'es2022',
    // Designsystemet's one door imports every component; those a page does not name are left out.
    rolldownOptions: { treeshake: { moduleSideEffects: (id) => !id.includes('@digdir/designsystemet-react') } },
  },
});

import {defineConfig} from 'vitest/config';

// A time zone and locale that no result may depend on.
process.env['TZ'] = 'Asia/Tokyo';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    benchmark: {include: ['test/bench/**/*.bench.ts']},
    // A machine may be busy: a limit is for what hangs, and no measure.
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
});

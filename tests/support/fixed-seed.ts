import fc from 'fast-check';

// A red run must be red again for whoever looks into it; to search wider, change the seed.
fc.configureGlobal({ seed: 20_261_122 });

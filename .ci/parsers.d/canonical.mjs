// Whether a file is the canonical form (RDFC-1.0) of N-Quads: canonical.mjs NQUADS CANONICAL
import fs from 'node:fs';
import { canonical } from './canon.mjs';

const [nquads, expected] = process.argv.slice(2).map((file) => fs.readFileSync(file, 'utf8'));
if ((await canonical(nquads.split('\n').filter(Boolean))) !== expected) {
  console.error('the canonical form differs from that of rdf-canonize');
  process.exit(1);
}
console.log('the canonical form is that of rdf-canonize, byte for byte');

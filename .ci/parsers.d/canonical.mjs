// Whether a file is the canonical form (RDFC-1.0) of N-Quads: canonical.mjs NQUADS CANONICAL
import fs from 'node:fs';
import { canonize } from 'rdf-canonize';

const [nquads, canonical] = process.argv.slice(2).map((file) => fs.readFileSync(file, 'utf8'));
const options = { algorithm: 'RDFC-1.0', inputFormat: 'application/n-quads', format: 'application/n-quads' };
if ((await canonize(nquads, options)) !== canonical) {
  console.error('the canonical form differs from that of rdf-canonize');
  process.exit(1);
}
console.log('the canonical form is that of rdf-canonize, byte for byte');

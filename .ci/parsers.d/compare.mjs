// Whether N-Quads files hold isomorphic graphs: compare.mjs FILE...
//
// Quads without blank nodes must be the same; the rest, which is small, is compared by its canonical
// form (RDFC-1.0). Blank nodes occur in the rest only, so that both together decide isomorphism.
import fs from 'node:fs';
import readline from 'node:readline';
import { canonical } from './canon.mjs';

const escaped = { t: '\t', b: '\b', f: '\f' };
const kept = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r' };

// A line as canonical N-Quads has it: writers differ in what they escape and in spaces.
function plain(line) {
  const text = line.replace(/\s*\.\s*$/, ' .');
  if (!text.includes('\\')) return text;
  return text.replace(/\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)/g, (whole, what) => {
    if (what.length > 1) {
      const letter = String.fromCodePoint(parseInt(what.slice(1), 16));
      return kept[letter] ?? letter;
    }
    return escaped[what] ?? whole;
  });
}

async function read(file) {
  const [ground, rest] = [new Set(), new Set()];
  for await (const line of readline.createInterface({ input: fs.createReadStream(file) })) {
    if (line.trim()) (line.includes('_:') ? rest : ground).add(plain(line));
  }
  const form = rest.size ? await canonical([...rest]) : '';
  return new Set([...ground, ...form.split('\n').filter(Boolean)]);
}

const [first, ...others] = process.argv.slice(2);
const expected = await read(first);
if (expected.size === 0) throw new Error(`${first} is empty`);
for (const file of others) {
  const found = await read(file);
  const missing = [...expected].filter((line) => !found.has(line));
  const more = [...found].filter((line) => !expected.has(line));
  if (missing.length || more.length) {
    console.error(`${file} differs from ${first}:`);
    for (const line of missing.slice(0, 5)) console.error(`- ${line}`);
    for (const line of more.slice(0, 5)) console.error(`+ ${line}`);
    process.exit(1);
  }
}
console.log(`${others.length + 1} readings of the same ${expected.size} statements`);

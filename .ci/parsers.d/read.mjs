// Reads a file with N3.js or, if it is JSON-LD, jsonld.js, and writes N-Quads:
// read.mjs FORMAT INPUT OUTPUT
import fs from 'node:fs';
import { pipeline } from 'node:stream/promises';
import jsonld from 'jsonld';
import { StreamParser, StreamWriter } from 'n3';

const formats = { turtle: 'Turtle', trig: 'TriG', ntriples: 'N-Triples', nquads: 'N-Quads' };
const [format, input, output] = process.argv.slice(2);
if (format === 'jsonld') {
  const document = JSON.parse(fs.readFileSync(input, 'utf8'));
  fs.writeFileSync(output, await jsonld.toRDF(document, { format: 'application/n-quads', safe: true }));
} else {
  await pipeline(
    fs.createReadStream(input),
    new StreamParser({ format: formats[format] }),
    new StreamWriter({ format: 'N-Quads' }),
    fs.createWriteStream(output),
  );
}

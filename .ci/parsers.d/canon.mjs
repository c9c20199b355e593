// Canonical N-Quads (RDFC-1.0) by rdf-canonize.
import { canonize } from 'rdf-canonize';

const options = { algorithm: 'RDFC-1.0', inputFormat: 'application/n-quads', format: 'application/n-quads' };

// The canonical form of lines of N-Quads. rdf-canonize 5.0.0 goes wrong if blank nodes come with
// names like those that it gives, as they do in our exports, so they are renamed first.
export function canonical(lines) {
  const renamed = lines.map((line) =>
    line.replace(/^_:/, '_:in').replace(/ _:([\w.-]+)(?= (?:<\S+> )?\.$)/, ' _:in$1'),
  );
  return canonize(renamed.map((line) => `${line}\n`).join(''), options);
}

// The JSON-LD context gives terms their IRIs and values their types: context.mjs CONTEXT
import assert from 'node:assert';
import fs from 'node:fs';
import jsonld from 'jsonld';

const { '@context': context } = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const document = {
  '@context': context,
  '@id': 'https://w3id.org/unsc/resolution/1',
  '@type': 'Resolution',
  agendaItem: 'a subject',
  establishes: 'https://w3id.org/unsc/mission/one',
  'dcterms:title': 'one',
  hasVote: { '@id': 'https://w3id.org/unsc/resolution/1/vote', votesFor: '15' },
};
const lines = (await jsonld.toRDF(document, { format: 'application/n-quads', safe: true })).trim().split('\n');
const [one, unsc] = ['<https://w3id.org/unsc/resolution/1>', 'https://w3id.org/unsc/ontology#'];
const vote = '<https://w3id.org/unsc/resolution/1/vote>';
assert.deepStrictEqual(lines.sort(), [
  `${vote} <${unsc}votesFor> "15"^^<http://www.w3.org/2001/XMLSchema#integer> .`,
  `${one} <http://purl.org/dc/terms/title> "one" .`,
  `${one} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <${unsc}Resolution> .`,
  `${one} <${unsc}agendaItem> "a subject"@en .`,
  `${one} <${unsc}establishes> <https://w3id.org/unsc/mission/one> .`,
  `${one} <${unsc}hasVote> ${vote} .`,
].sort());
console.log('the context reads as it should');

//! `LOAD.md`: the command by which each store takes the files.
//!
//! Commands as their makers document them: `oxigraph load --help` 0.5, Virtuoso's "Bulk Loading RDF
//! Source Files", Jena's "TDB2 - Command Line Tools", GraphDB's `importrdf`, `qlever index --help`
//! 0.5, Neptune's "Loader Command".

use super::{Bulk, Compression};

/// The guide to the files of a directory.
pub(super) fn guide(bulk: &Bulk, compression: Compression) -> String {
    let Bulk {
        quads,
        graph,
        files,
        ..
    } = bulk;
    let count = files.len();
    let (all, cat) = match compression {
        Compression::None => ("unsc-kg-*.nq", "cat"),
        Compression::Gzip => ("unsc-kg-*.nq.gz", "zcat"),
        Compression::Zstd => ("unsc-kg-*.nq.zst", "zstdcat"),
    };
    // Only QLever reads what another program opens; the others open gzip themselves.
    let (first, plain) = match compression {
        Compression::Zstd => (UNPACK, "unsc-kg-*.nq"),
        _ => ("", all),
    };
    let oxigraph = match compression {
        Compression::None => format!("oxigraph load --location DATABASE --file {all}"),
        _ => format!("{cat} {all} | oxigraph load --location DATABASE --format nq"),
    };
    format!(
        "\
# How to load these files

{quads} quads in {count} files of N-Quads, each quad under the name of its graph. Load all of them.
The hash of the whole graph by RDFC-1.0 is

    {graph}

Run the commands in this directory; what is in capitals is yours to fill in.

Check first that nothing was damaged on the way:

    sha256sum --check SHA256SUMS
{first}
## Oxigraph

    {oxigraph}

Its default graph is not the union of the named ones: serve it with `--union-default-graph`.

## Virtuoso

The directory has to be among `DirsAllowed` in `virtuoso.ini`. The last argument of `ld_dir` only
names what has no graph; nothing here has none. (Debian calls the client `isql-vt`.) Queries see all
graphs together.

    isql PORT USER PASSWORD exec=\"ld_dir('$PWD', '{plain}', 'urn:x-unused'); rdf_loader_run(); checkpoint;\"
    isql PORT USER PASSWORD exec=\"SELECT ll_file, ll_error FROM DB.DBA.load_list WHERE ll_error IS NOT NULL;\"

The second lists files that could not be loaded, with the reason.

## Jena

    tdb2.tdbloader --loc DATABASE {plain}

Queries see the default graph only, unless the dataset is configured with
`tdb2:unionDefaultGraph true`.

## GraphDB

With the server stopped; CONFIG is the repository's configuration, a Turtle file. Queries see all
graphs together.

    importrdf preload --force -c CONFIG {plain}

## QLever

    qlever index --name unsc-kg --format nq --input-files '{all}' --cat-input-files '{cat} {all}'

## Amazon Neptune

    aws s3 cp . s3://BUCKET/unsc-kg/ --recursive --exclude '*' --include '{plain}'
    curl -X POST -H 'Content-Type: application/json' https://ENDPOINT:8182/loader -d '{{
        \"source\": \"s3://BUCKET/unsc-kg/\", \"format\": \"nquads\",
        \"iamRoleArn\": \"ROLE\", \"region\": \"REGION\", \"failOnError\": \"TRUE\" }}'
"
    )
}

const UNPACK: &str = "
Most stores do not read Zstandard; for them unpack the files, which takes ten times the room:

    zstd --decompress unsc-kg-*.nq.zst
";

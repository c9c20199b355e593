//! A triple store on the loopback for tests: SPARQL Query and Update and the Graph Store Protocol on
//! an Oxigraph store, with the ways of a server that is busy, guarded or failing.
#![allow(dead_code, unreachable_pub, reason = "each test uses its part")]

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, MutexGuard};

use form_urlencoded::parse;
use oxigraph::io::{RdfFormat, RdfParser, RdfSerializer};
use oxigraph::model::{GraphName, NamedNode};
use oxigraph::store::Store;

#[path = "sparql.rs"]
mod sparql;

use sparql::{DefaultGraph, evaluate};

use super::guard::Guard;

/// How a server behaves.
#[derive(Default)]
pub struct Behaviour {
    /// The `Server` header; its word is how clients know Oxigraph.
    pub server: Option<&'static str>,
    /// Whom it lets in.
    pub guard: Guard,
    /// The largest body that it takes.
    pub largest: Option<usize>,
    /// What goes wrong, request by request; nothing when there is no more.
    pub faults: Vec<Fault>,
    /// Graphs with this in their name it takes for bad requests.
    pub refuses: Option<&'static str>,
    /// Of graphs with this in their name it keeps one triple less than it was given.
    pub loses: Option<&'static str>,
    /// Whether it says that it takes compressed requests, and takes no large ones that are not.
    pub unpacks: bool,
    /// What it says of itself, in Turtle.
    pub describes: Option<&'static str>,
    /// Whether literals of its answers are those of SPARQL 1.0's JSON, `typed-literal`.
    pub is_old: bool,
    /// The most rows that it gives, as Virtuoso does.
    pub most_rows: Option<usize>,
}

/// What can go wrong with a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    None,
    /// The connection is cut before anything is done.
    Cut,
    /// What is asked for is done, but the connection is cut in the middle of the answer.
    CutAnswer,
    /// No answer comes.
    Stall,
    /// This status, with a `Retry-After` of so many seconds.
    Status(u16, Option<u64>),
}

/// A server that runs until the tests end.
pub struct Server {
    /// Its address, without a path.
    pub root: String,
    state: Arc<Mutex<State>>,
}

struct State {
    store: Store,
    behaviour: Behaviour,
    log: Vec<String>,
}

struct Request {
    method: String,
    path: String,
    target: String,
    headers: BTreeMap<String, String>,
    is_packed: bool,
    body: Vec<u8>,
}

struct Response {
    status: u16,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
}

impl Server {
    pub fn start(behaviour: Behaviour) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let root = format!("http://{}", listener.local_addr().unwrap());
        let state = Arc::new(Mutex::new(State {
            store: Store::new().unwrap(),
            behaviour,
            log: Vec::new(),
        }));
        let shared = Arc::clone(&state);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let state = Arc::clone(&shared);
                std::thread::spawn(move || serve(&stream, &state));
            }
        });
        Self { root, state }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap()
    }

    /// What it holds.
    pub fn store(&self) -> Store {
        self.state().store.clone()
    }

    /// Changes how it behaves.
    pub fn behave(&self, change: impl FnOnce(&mut Behaviour)) {
        change(&mut self.state().behaviour);
    }

    /// The requests that were answered since the last time, as `PUT /store 201`.
    pub fn log(&self) -> Vec<String> {
        std::mem::take(&mut self.state().log)
    }
}

fn serve(stream: &TcpStream, state: &Mutex<State>) {
    let mut reader = BufReader::new(stream);
    while let Some(request) = read(&mut reader) {
        let mut state = state.lock().unwrap();
        let fault = if state.behaviour.faults.is_empty() {
            Fault::None
        } else {
            state.behaviour.faults.remove(0)
        };
        let response = match fault {
            Fault::Cut => {
                let _ = stream.shutdown(Shutdown::Both);
                return;
            }
            Fault::Stall => {
                drop(state);
                // Until the other side has had enough.
                let _ = reader.read(&mut [0]);
                return;
            }
            Fault::Status(status, after) => {
                let after = after.map(|after| ("Retry-After", after.to_string()));
                Response {
                    status,
                    headers: after.into_iter().collect(),
                    body: b"not now".to_vec(),
                }
            }
            Fault::None | Fault::CutAnswer => answer(&mut state, &request),
        };
        let Request { method, path, .. } = &request;
        state
            .log
            .push(format!("{method} {path} {}", response.status));
        let Behaviour {
            server, unpacks, ..
        } = state.behaviour;
        drop(state);
        let mut bytes = format!("HTTP/1.1 {} Said\r\n", response.status).into_bytes();
        let mut headers = response.headers;
        headers.extend(server.map(|server| ("Server", server.to_owned())));
        headers.extend(unpacks.then(|| ("Accept-Encoding", "gzip".to_owned())));
        headers.push(("Content-Length", response.body.len().to_string()));
        for (name, value) in headers {
            write!(bytes, "{name}: {value}\r\n").unwrap();
        }
        bytes.extend_from_slice(b"\r\n");
        bytes.extend_from_slice(&response.body);
        if fault == Fault::CutAnswer {
            bytes.truncate(bytes.len() / 2);
        }
        let mut writer = stream;
        let written = writer.write_all(&bytes);
        if written.is_err() || fault == Fault::CutAnswer {
            let _ = stream.shutdown(Shutdown::Both);
            return;
        }
    }
}

fn read(reader: &mut impl BufRead) -> Option<Request> {
    let mut line = String::new();
    reader.read_line(&mut line).ok()?;
    let mut words = line.split_whitespace();
    let (method, target) = (words.next()?.to_owned(), words.next()?.to_owned());
    let mut headers = BTreeMap::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok()?;
        let Some((name, value)) = line.trim_end().split_once(": ") else {
            break;
        };
        headers.insert(name.to_lowercase(), value.to_owned());
    }
    let length = headers
        .get("content-length")
        .map_or(0, |length| length.parse().unwrap());
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    let is_packed = headers.get("content-encoding").map(String::as_str) == Some("gzip");
    if is_packed {
        let packed = std::mem::take(&mut body);
        let mut unpacked = flate2::read::GzDecoder::new(packed.as_slice());
        unpacked.read_to_end(&mut body).unwrap();
    }
    let path = target.split('?').next()?.to_owned();
    Some(Request {
        method,
        path,
        target,
        headers,
        is_packed,
        body,
    })
}

fn answer(state: &mut State, request: &Request) -> Response {
    let say = |status: u16, body: &str| Response {
        status,
        headers: Vec::new(),
        body: body.as_bytes().to_vec(),
    };
    let given = request.headers.get("authorization").map(String::as_str);
    let guard = &mut state.behaviour.guard;
    if let Err(challenge) = guard.admit(&request.method, &request.target, given) {
        let mut response = say(401, "who are you?");
        response.headers.push(("WWW-Authenticate", challenge));
        return response;
    }
    if state
        .behaviour
        .largest
        .is_some_and(|largest| request.body.len() > largest)
    {
        return say(413, "too large");
    }
    if state.behaviour.unpacks && request.body.len() > 1024 && !request.is_packed {
        return say(415, "compress it");
    }
    let query = request
        .target
        .split_once('?')
        .map_or("", |(_, query)| query);
    let parameters: BTreeMap<String, String> = parse(query.as_bytes())
        .chain(parse(match request.headers.get("content-type") {
            Some(kind) if kind == "application/x-www-form-urlencoded" => &request.body,
            _ => &[],
        }))
        .map(|(name, value)| (name.into_owned(), value.into_owned()))
        .collect();
    if let Some(graph) = parameters.get("graph") {
        if state
            .behaviour
            .refuses
            .is_some_and(|name| graph.contains(name))
        {
            return say(400, "cannot read line 1");
        }
        return graph_store(state, request, graph);
    }
    if let (None, "GET", Some(text)) = (
        parameters.get("query"),
        request.method.as_str(),
        state.behaviour.describes,
    ) {
        let mut response = say(200, text);
        let kind = ("Content-Type", "text/turtle; charset=utf-8".to_owned());
        response.headers.push(kind);
        return response;
    }
    if let Some(text) = parameters.get("update") {
        return match state.store.update(text.as_str()) {
            Ok(()) => say(204, ""),
            Err(error) => say(400, &error.to_string()),
        };
    }
    match parameters.get("query") {
        Some(text) => {
            let merge = parse(&request.body).filter(|(name, _)| name == "default-graph-uri");
            let merge = merge.map(|(_, graph)| NamedNode::new(graph).unwrap().into());
            let default = if parameters.contains_key("union-default-graph") {
                DefaultGraph::Union
            } else {
                DefaultGraph::Merge(merge.collect())
            };
            let (headers, body) = evaluate(&state.store, text, default, &state.behaviour);
            Response {
                status: 200,
                headers,
                body,
            }
        }
        None => say(404, "nothing here"),
    }
}

fn graph_store(state: &State, request: &Request, graph: &str) -> Response {
    let (store, name) = (&state.store, NamedNode::new(graph).unwrap());
    let respond = |status, body| Response {
        status,
        headers: Vec::new(),
        body,
    };
    let is_there = store.contains_named_graph(&name).unwrap();
    match request.method.as_str() {
        "GET" if is_there => {
            let mut serializer =
                RdfSerializer::from_format(RdfFormat::NTriples).for_writer(Vec::new());
            let graph = GraphName::from(name);
            for quad in store.quads_for_pattern(None, None, None, Some((&graph).into())) {
                serializer.serialize_triple(quad.unwrap().as_ref()).unwrap();
            }
            respond(200, serializer.finish().unwrap())
        }
        "DELETE" if is_there => {
            store.remove_named_graph(&name).unwrap();
            respond(204, Vec::new())
        }
        "GET" | "DELETE" => respond(404, Vec::new()),
        method => {
            assert_eq!(request.headers["content-type"], "application/n-triples");
            if method == "PUT" {
                store.remove_named_graph(&name).unwrap();
            }
            let mut body = request.body.as_slice();
            if state
                .behaviour
                .loses
                .is_some_and(|part| graph.contains(part))
            {
                let second = body.iter().position(|byte| *byte == b'\n').unwrap() + 1;
                body = &body[second..];
            }
            let parser = RdfParser::from_format(RdfFormat::NTriples).with_default_graph(name);
            let mut loader = store.bulk_loader();
            loader.load_from_slice(parser, body).unwrap();
            loader.commit().unwrap();
            respond(if is_there { 204 } else { 201 }, Vec::new())
        }
    }
}

//! A drawing as SVG: layers by dagre, boxes and arrows by us.

use std::fmt::Write;

use dagre::graph::{Graph, GraphOptions};
use dagre::layout::types::LabelPos;
use dagre::{EdgeLabel, LayoutOptions, NodeLabel, RankDir};
use maud::{Markup, PreEscaped, html};

use super::{Arrow, Class, Drawing, Meaning};

/// Widths of a letter and heights of a line, in pixels: texts are not measured, so that the
/// drawing is the same on every machine. Properties are set in a fixed width.
const NAME: (f64, f64) = (8.4, 22.0);
const PROPERTY: (f64, f64) = (6.7, 15.0);
const MARGIN: f64 = 10.0;

const STYLE: &str = include_str!("drawing.css");

/// Draws.
pub(super) fn draw(drawing: &Drawing, vocabulary: &str) -> Markup {
    let layout = Layout::new(drawing);
    let marker = |kind: &str| format!("{}-{kind}", drawing.name);
    let (width, height) = layout.size;
    html! {
        svg xmlns="http://www.w3.org/2000/svg" viewBox=(format!("0 0 {width:.0} {height:.0}"))
            width=(format!("{width:.0}")) height=(format!("{height:.0}"))
            role="img" aria-label=(drawing.title) {
            title { (drawing.title) }
            style { (PreEscaped(STYLE)) }
            defs {
                marker id=(marker("arrow")) class="head" viewBox="0 0 8 8" refX="7" refY="4"
                    markerWidth="8" markerHeight="8" orient="auto" { path d="M0 0 8 4 0 8z" {} }
                marker id=(marker("above")) class="above" viewBox="0 0 12 12" refX="11" refY="6"
                    markerWidth="12" markerHeight="12" orient="auto" { path d="M1 1 11 6 1 11z" {} }
            }
            rect.paper width="100%" height="100%" {}
            @for (arrow, line) in drawing.arrows.iter().zip(&layout.arrows) {
                (path(arrow, line, &marker))
            }
            @for (arrow, line) in drawing.arrows.iter().zip(&layout.arrows) {
                (names(arrow, line))
            }
            @for (class, at) in drawing.boxes.iter().zip(&layout.boxes) {
                (class_box(class, *at, vocabulary))
            }
        }
    }
}

/// Where everything is.
struct Layout {
    size: (f64, f64),
    /// The middle of each box.
    boxes: Vec<(f64, f64)>,
    arrows: Vec<Line>,
}

/// The way of an arrow, and the middle of its words.
struct Line {
    points: Vec<(f64, f64)>,
    words: (f64, f64),
}

impl Layout {
    fn new(drawing: &Drawing) -> Self {
        let mut graph: Graph<NodeLabel, EdgeLabel> = Graph::with_options(GraphOptions {
            directed: true,
            multigraph: true,
            compound: false,
        });
        let name = |index: usize| index.to_string();
        for (index, class) in drawing.boxes.iter().enumerate() {
            let (width, height) = size(class);
            let node = NodeLabel {
                width,
                height,
                ..NodeLabel::default()
            };
            graph.set_node(name(index), Some(node));
        }
        // Subclasses stand below what they are kinds of, so their arrows are laid out reversed.
        let ends = |arrow: &Arrow| match arrow.meaning {
            Meaning::Subclass => (arrow.to, arrow.from),
            Meaning::Properties(_) => (arrow.from, arrow.to),
        };
        for (index, arrow) in drawing.arrows.iter().enumerate() {
            let (from, to) = ends(arrow);
            let (width, height) = match &arrow.meaning {
                Meaning::Subclass => (0.0, 0.0),
                Meaning::Properties(names) => block(names),
            };
            let edge = EdgeLabel {
                width,
                height,
                labelpos: LabelPos::Center,
                ..EdgeLabel::default()
            };
            graph.set_edge(name(from), name(to), Some(edge), Some(&name(index)));
        }
        let options = LayoutOptions {
            rankdir: RankDir::LR,
            nodesep: 16.0,
            edgesep: 10.0,
            ranksep: 30.0,
            marginx: MARGIN,
            marginy: MARGIN,
            ..LayoutOptions::default()
        };
        dagre::layout(&mut graph, Some(options));
        let boxes: Vec<(f64, f64)> = (0..drawing.boxes.len())
            .filter_map(|index| graph.node(&name(index)))
            .map(|node| (node.x.unwrap_or_default(), node.y.unwrap_or_default()))
            .collect();
        let arrows: Vec<Line> = drawing
            .arrows
            .iter()
            .enumerate()
            .filter_map(|(index, arrow)| {
                let (from, to) = ends(arrow);
                let edge = graph.edge(&name(from), &name(to), Some(&name(index)))?;
                let mut points: Vec<_> = edge.points.iter().map(|it| (it.x, it.y)).collect();
                if matches!(arrow.meaning, Meaning::Subclass) {
                    points.reverse();
                }
                Some(Line {
                    points,
                    words: (edge.x.unwrap_or_default(), edge.y.unwrap_or_default()),
                })
            })
            .collect();
        let corners = drawing.boxes.iter().zip(&boxes).map(|(class, (x, y))| {
            let (width, height) = size(class);
            (x + width / 2.0, y + height / 2.0)
        });
        let words = drawing.arrows.iter().zip(&arrows).map(|(arrow, line)| {
            let (width, height) = match &arrow.meaning {
                Meaning::Subclass => (0.0, 0.0),
                Meaning::Properties(names) => block(names),
            };
            (line.words.0 + width / 2.0, line.words.1 + height / 2.0)
        });
        let points = arrows.iter().flat_map(|line| line.points.iter().copied());
        let far = corners.chain(words).chain(points);
        let (x, y) = far.fold((0.0_f64, 0.0_f64), |most, it| {
            (most.0.max(it.0), most.1.max(it.1))
        });
        Self {
            size: (x + MARGIN, y + MARGIN),
            boxes,
            arrows,
        }
    }
}

#[allow(clippy::cast_precision_loss, reason = "words are short")]
fn length(words: &str) -> f64 {
    words.chars().count() as f64
}

/// The size of a class's box.
fn size(class: &Class) -> (f64, f64) {
    let attributes: Vec<String> = class.attributes.iter().map(attribute).collect();
    let (width, mut height) = block(&attributes);
    if !attributes.is_empty() {
        height += 8.0;
    }
    (
        (length(&class.name) * NAME.0).max(width) + 16.0,
        NAME.1 + 6.0 + height,
    )
}

/// The size of lines of properties.
fn block(lines: &[String]) -> (f64, f64) {
    let longest = lines.iter().map(|line| length(line)).fold(0.0, f64::max);
    let height: f64 = lines.iter().map(|_| PROPERTY.1).sum();
    (longest * PROPERTY.0 + 6.0, height)
}

fn attribute((name, datatype): &(String, String)) -> String {
    format!("{name}: {datatype}")
}

fn class_box(class: &Class, (x, y): (f64, f64), vocabulary: &str) -> Markup {
    let (width, height) = size(class);
    let (left, top) = (x - width / 2.0, y - height / 2.0);
    let place = |value: f64| format!("{value:.1}");
    let mut line = top + NAME.1 + 17.0;
    let target = match &class.anchor {
        Some(anchor) => format!("{vocabulary}#{anchor}"),
        None => class.iri.as_str().to_owned(),
    };
    html! {
        a href=(target) class={ "class s" (class.subject % 8) } {
            rect x=(place(left)) y=(place(top)) width=(place(width)) height=(place(height)) rx="5" {}
            text.name x=(place(x)) y=(place(top + 19.0)) { (class.name) }
            @if !class.attributes.is_empty() {
                path.rule d=(format!("M{left:.1} {:.1}h{width:.1}", top + NAME.1 + 5.0)) {}
            }
            @for attribute in class.attributes.iter().map(attribute) {
                text.property x=(place(left + 8.0)) y=({ line += PROPERTY.1; place(line - PROPERTY.1 + 4.0) }) { (attribute) }
            }
        }
    }
}

/// An arrow's line, curved through its points.
fn path(arrow: &Arrow, line: &Line, marker: &impl Fn(&str) -> String) -> Markup {
    let mut data = String::new();
    let points = &line.points;
    for (index, (x, y)) in points.iter().enumerate() {
        let after = &points[index + 1..];
        let written = match (index, after) {
            (0, _) => write!(data, "M{x:.1} {y:.1}"),
            // A line of two points; else the last one is where the latest curve went.
            (1, []) => write!(data, "L{x:.1} {y:.1}"),
            (_, []) => Ok(()),
            (_, [(to_x, to_y)]) => write!(data, "Q{x:.1} {y:.1} {to_x:.1} {to_y:.1}"),
            (_, [(next_x, next_y), ..]) => {
                let (to_x, to_y) = (f64::midpoint(*x, *next_x), f64::midpoint(*y, *next_y));
                write!(data, "Q{x:.1} {y:.1} {to_x:.1} {to_y:.1}")
            }
        };
        written.expect("a string takes everything");
    }
    let (class, head) = match arrow.meaning {
        Meaning::Subclass => ("line subclass", "above"),
        Meaning::Properties(_) => ("line", "arrow"),
    };
    html! { path class=(class) d=(data) marker-end=(format!("url(#{})", marker(head))) {} }
}

/// The names of an arrow's properties.
fn names(arrow: &Arrow, line: &Line) -> Markup {
    let Meaning::Properties(names) = &arrow.meaning else {
        return Markup::default();
    };
    let (width, height) = block(names);
    let (x, y) = line.words;
    let mut at = y - height / 2.0 - 4.0;
    html! {
        rect.words x=(format!("{:.1}", x - width / 2.0)) y=(format!("{:.1}", y - height / 2.0))
            width=(format!("{width:.1}")) height=(format!("{height:.1}")) rx="3" {}
        @for name in names {
            text.property.middle x=(format!("{x:.1}")) y=({ at += PROPERTY.1; format!("{at:.1}") }) { (name) }
        }
    }
}

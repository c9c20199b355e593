//! Flowing text that remembers where it came from.
//!
//! Documents break lines, hyphenate words at line ends and carry scanning slips. A [`Passage`]
//! holds the text as a reader takes it in, on one line, and maps each part of it back to the
//! characters of the source.

use std::ops::Range;

/// Text on one line, with the way back to the source text.
///
/// White space is one blank; a word hyphenated over a line end is whole again; `~` that stands
/// for a hyphen inside a word (a scanning slip) is a hyphen.
///
/// ```
/// use unsc_kg::passage::Passage;
/// let source = "the mem-\nbers of the  Council";
/// let passage = Passage::new(source, 0..source.len());
/// assert_eq!(passage.text(), "the members of the Council");
/// let at = passage.text().find("members").unwrap();
/// assert_eq!(&source[passage.origin(at..at + 7)], "mem-\nbers");
/// ```
#[derive(Clone, Debug, Default)]
pub struct Passage {
    text: String,
    /// The stretches of `text`, in order.
    runs: Vec<Run>,
    /// The end of the passage in the source.
    end: usize,
}

/// A stretch of a passage.
#[derive(Clone, Copy, Debug)]
struct Run {
    /// Where it begins in the passage.
    at: usize,
    /// Where it begins in the source.
    place: usize,
    /// Its length in the source if that is spelled otherwise there.
    mended: Option<usize>,
}

impl Passage {
    /// Reads one range of the source text.
    #[must_use]
    pub fn new(source: &str, range: Range<usize>) -> Self {
        Self::from_ranges(source, [range])
    }

    /// Reads ranges of the source text as if they followed one another: the lines of a
    /// paragraph with a page footnote between them, say.
    #[must_use]
    pub fn from_ranges(source: &str, ranges: impl IntoIterator<Item = Range<usize>>) -> Self {
        let mut passage = Self::default();
        passage.append(source, ranges);
        passage
    }

    /// Adds ranges of the source text that the passage goes on with.
    pub fn append(&mut self, source: &str, ranges: impl IntoIterator<Item = Range<usize>>) {
        for range in ranges {
            self.extend(source, range);
        }
        while self.text.ends_with(' ') {
            self.text.pop();
        }
        self.runs.retain(|run| run.at < self.text.len());
    }

    /// The text on one line.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The range of the source text behind a range of [`Self::text`].
    ///
    /// # Panics
    /// If the range is not within the text.
    #[must_use]
    pub fn origin(&self, range: Range<usize>) -> Range<usize> {
        assert!(
            range.end <= self.text.len(),
            "{range:?} is outside a passage"
        );
        let start = self.place(range.start, 0);
        if range.is_empty() {
            return start..start;
        }
        let last = self.text[..range.end]
            .char_indices()
            .next_back()
            .map_or(0, |(i, _)| i);
        let end = self.place(last, range.end - last);
        start..end.min(self.end).max(start)
    }

    /// The place in [`Self::text`] of what stands at a place in the source, or next behind it.
    ///
    /// ```
    /// use unsc_kg::passage::Passage;
    /// let source = "a report 3 and";
    /// let passage = Passage::from_ranges(source, [0..9, 10..14]);
    /// assert_eq!(&passage.text()[..passage.at(9)], "a report");
    /// ```
    #[must_use]
    pub fn at(&self, place: usize) -> usize {
        let after = self.runs.partition_point(|run| run.place <= place);
        let end = self.runs.get(after).map_or(self.text.len(), |run| run.at);
        let Some(run) = after.checked_sub(1).map(|before| self.runs[before]) else {
            return 0;
        };
        end.min(run.at + place - run.place)
    }

    /// The range of the source text behind the whole passage.
    #[must_use]
    pub fn whole(&self) -> Range<usize> {
        self.origin(0..self.text.len())
    }

    /// The passage with some of its words spelled as they were meant, in order; the words lead to
    /// what the source has for them.
    ///
    /// ```
    /// use unsc_kg::passage::Passage;
    /// let source = "Adoptecl at";
    /// let passage = Passage::new(source, 0..source.len()).mended(&[(0..8, "Adopted")]);
    /// assert_eq!(passage.text(), "Adopted at");
    /// assert_eq!(&source[passage.origin(0..7)], "Adoptecl");
    /// ```
    #[must_use]
    pub fn mended(&self, words: &[(Range<usize>, &str)]) -> Self {
        let mut passage = Self {
            end: self.end,
            ..Self::default()
        };
        let mut at = 0;
        for (range, word) in words {
            passage.copy(self, at..range.start);
            let origin = self.origin(range.clone());
            passage.runs.push(Run {
                at: passage.text.len(),
                place: origin.start,
                mended: Some(origin.len()),
            });
            passage.text.push_str(word);
            at = range.end;
        }
        passage.copy(self, at..self.text.len());
        passage
    }

    /// Adds a range of another passage.
    fn copy(&mut self, from: &Self, range: Range<usize>) {
        if range.is_empty() {
            return;
        }
        let first = from.runs.partition_point(|run| run.at <= range.start);
        let end = from.runs.partition_point(|run| run.at < range.end);
        for run in &from.runs[first.saturating_sub(1)..end] {
            let skipped = range.start.saturating_sub(run.at);
            self.runs.push(Run {
                at: self.text.len() + run.at.max(range.start) - range.start,
                place: run.place + skipped,
                mended: run.mended,
            });
        }
        self.text.push_str(&from.text[range]);
    }

    /// Where in the source a place in the text stands, and `length` further on.
    fn place(&self, at: usize, length: usize) -> usize {
        let run = self.runs.partition_point(|run| run.at <= at);
        let Some(run) = run.checked_sub(1).map(|run| self.runs[run]) else {
            return 0;
        };
        match run.mended {
            None => run.place + (at - run.at) + length,
            Some(_) if at == run.at && length == 0 => run.place,
            Some(whole) => run.place + whole,
        }
    }

    fn extend(&mut self, source: &str, range: Range<usize>) {
        let base = range.start;
        let slice = &source[range];
        let mut chars = slice.char_indices().peekable();
        let mut continues = false;
        self.break_before(slice.trim_start(), base);
        while let Some((at, c)) = chars.next() {
            let place = base + at;
            if is_blank(c) {
                while chars.next_if(|(_, c)| is_blank(*c)).is_some() {}
                self.break_before(chars.peek().map_or("", |(next, _)| &slice[*next..]), place);
                continues = false;
                continue;
            }
            let mended = match c {
                '~' if self.text.ends_with(char::is_alphabetic) => '-',
                '\u{ad}' => {
                    continues = false;
                    continue;
                }
                _ => c,
            };
            if !continues {
                self.run(place);
            }
            self.text.push(mended);
            continues = true;
            self.end = place + c.len_utf8();
        }
    }

    /// White space between the text so far and what comes next.
    fn break_before(&mut self, next: &str, place: usize) {
        match self.hyphen_at_break(next) {
            Some(Hyphen::Soft) => _ = self.text.pop(),
            Some(Hyphen::Hard) => {}
            None if next.is_empty() || self.text.is_empty() || self.text.ends_with(' ') => {}
            None => {
                self.run(place);
                self.text.push(' ');
            }
        }
    }

    /// Begins a stretch that stands in the source as it is.
    fn run(&mut self, place: usize) {
        self.runs.push(Run {
            at: self.text.len(),
            place,
            mended: None,
        });
    }

    /// What a hyphen at the end of the text so far is for, if white space and then `next` follow.
    fn hyphen_at_break(&self, next: &str) -> Option<Hyphen> {
        let stem = self.text.strip_suffix('-')?;
        let word = next.split(|c: char| !c.is_alphabetic()).next()?;
        if !stem.ends_with(char::is_lowercase) || matches!(word, "" | "and" | "or" | "to") {
            None
        } else if word.starts_with(char::is_lowercase) {
            Some(Hyphen::Soft)
        } else {
            Some(Hyphen::Hard)
        }
    }
}

/// White space, and the stray signs that scanning leaves in it: "Calls _on", "and \Northern".
fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '_' | '\\')
}

/// Hyphens that stand before a line break.
enum Hyphen {
    /// Only there because the line ended: "mem-" before "bers".
    Soft,
    /// Part of the name: "Secretary-" before "General".
    Hard,
}

#[cfg(test)]
mod tests {
    use super::Passage;

    fn read(source: &str) -> Passage {
        Passage::new(source, 0..source.len())
    }

    #[test]
    fn keeps_hyphens_that_belong() {
        assert_eq!(
            read("the Secretary-\nGeneral").text(),
            "the Secretary-General"
        );
        assert_eq!(read("short- and long-term").text(), "short- and long-term");
        assert_eq!(read("eighty~eight").text(), "eighty-eight");
    }

    #[test]
    fn every_word_leads_back() {
        let source = "  A  cease-\r\nfire in\tLeba-\nnon, naïve ";
        let passage = read(source);
        assert_eq!(passage.text(), "A ceasefire in Lebanon, naïve");
        for (word, origin) in [
            ("A", "A"),
            ("ceasefire", "cease-\r\nfire"),
            ("naïve", "naïve"),
        ] {
            let at = passage.text().find(word).unwrap();
            assert_eq!(&source[passage.origin(at..at + word.len())], origin);
        }
        assert_eq!(&source[passage.whole()], source.trim());
    }

    #[test]
    fn mended_words_lead_to_what_was_printed() {
        let source = "by 9 vo tes ta none at\nthe end";
        let passage = read(source);
        let mended = passage.mended(&[(5..11, "votes"), (12..14, "to")]);
        assert_eq!(mended.text(), "by 9 votes to none at the end");
        let origin = |words: &str| {
            let at = mended.text().find(words).unwrap();
            &source[mended.origin(at..at + words.len())]
        };
        assert_eq!(origin("9 votes"), "9 vo tes");
        assert_eq!(origin("votes to none"), "vo tes ta none");
        assert_eq!(origin("to"), "ta");
        assert_eq!(origin("at the"), "at\nthe");
        assert_eq!(&source[mended.whole()], source);
    }

    #[test]
    fn ranges_join_with_a_blank() {
        let source = "one 7 Ibid. two";
        let passage = Passage::from_ranges(source, [0..3, 12..15]);
        assert_eq!(passage.text(), "one two");
        assert_eq!(passage.origin(4..7), 12..15);
    }
}

//! Solutions as Apache Parquet (<https://parquet.apache.org/docs/file-format/>), for data frames.
//!
//! A column whose values are all integers, numbers, booleans or days is of that type, any other is
//! text; what is unbound is null.

use std::io::Write;
use std::sync::Arc;

use anyhow::Result;
use jiff::civil::{Date, date};
use oxigraph::sparql::QuerySolutionIter;
use parquet::basic::{Compression, LogicalType, Repetition, Type as Physical};
use parquet::data_type::{
    BoolType, ByteArray, ByteArrayType, DataType, DoubleType, Int32Type, Int64Type,
};
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use parquet::schema::types::Type;

use super::columns::{Column, Kind, columns};

/// Writes all solutions; the types of columns come before their values.
pub(super) fn write(solutions: QuerySolutionIter<'static>, output: &mut impl Write) -> Result<()> {
    let columns = columns(solutions)?;
    let fields = columns.iter().map(|column| Ok(Arc::new(field(column)?)));
    let schema = Type::group_type_builder("solutions")
        .with_fields(fields.collect::<Result<_>>()?)
        .build()?;
    let properties = WriterProperties::builder()
        .set_compression(Compression::SNAPPY)
        .set_created_by(concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION")).to_owned())
        .build();
    let mut writer = SerializedFileWriter::new(Vec::new(), Arc::new(schema), Arc::new(properties))?;
    let mut group = writer.next_row_group()?;
    for column in &columns {
        match column.kind() {
            Kind::Integer => fill::<Int64Type>(&mut group, column, |text| text.parse().ok())?,
            Kind::Number => fill::<DoubleType>(&mut group, column, |text| text.parse().ok())?,
            Kind::Boolean => fill::<BoolType>(&mut group, column, |text| text.parse().ok())?,
            Kind::Date => fill::<Int32Type>(&mut group, column, days)?,
            Kind::Text => fill::<ByteArrayType>(&mut group, column, |text| {
                Some(ByteArray::from(text.as_bytes().to_vec()))
            })?,
        }
    }
    group.close()?;
    output.write_all(&writer.into_inner()?)?;
    Ok(())
}

fn field(column: &Column) -> Result<Type> {
    let (physical, logical) = match column.kind() {
        Kind::Integer => (Physical::INT64, None),
        Kind::Number => (Physical::DOUBLE, None),
        Kind::Boolean => (Physical::BOOLEAN, None),
        Kind::Date => (Physical::INT32, Some(LogicalType::Date)),
        Kind::Text => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
    };
    let field = Type::primitive_type_builder(&column.name, physical)
        .with_repetition(Repetition::OPTIONAL)
        .with_logical_type(logical);
    Ok(field.build()?)
}

/// Writes the next column.
fn fill<T: DataType>(
    group: &mut SerializedRowGroupWriter<'_, Vec<u8>>,
    column: &Column,
    value: impl Fn(&str) -> Option<T::T>,
) -> Result<()> {
    let values: Vec<Option<T::T>> = column.texts().map(|text| value(&text?)).collect();
    let present: Vec<i16> = values
        .iter()
        .map(|value| i16::from(value.is_some()))
        .collect();
    let values: Vec<T::T> = values.into_iter().flatten().collect();
    if let Some(mut writer) = group.next_column()? {
        writer
            .typed::<T>()
            .write_batch(&values, Some(&present), None)?;
        writer.close()?;
    }
    Ok(())
}

/// Days since 1970, as the format counts.
fn days(text: &str) -> Option<i32> {
    let day: Date = text.parse().ok()?;
    let since = day.since(date(1970, 1, 1)).ok()?;
    Some(since.get_days())
}

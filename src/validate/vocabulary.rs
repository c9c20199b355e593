//! The terms that shapes and reports are written in; no graph has them.

use crate::graph::vocabulary::namespace;

namespace!(
    /// The Shapes Constraint Language, SHACL.
    sh, "http://www.w3.org/ns/shacl#",
    NODE_SHAPE = "NodeShape", PROPERTY_SHAPE = "PropertyShape", NAME = "name",
    DESCRIPTION = "description", MESSAGE = "message", SEVERITY = "severity",
    VIOLATION = "Violation", WARNING = "Warning", INFO = "Info", PATH = "path",
    INVERSE_PATH = "inversePath", ALTERNATIVE_PATH = "alternativePath",
    TARGET_CLASS = "targetClass", TARGET_SUBJECTS_OF = "targetSubjectsOf",
    TARGET_OBJECTS_OF = "targetObjectsOf", MIN_COUNT = "minCount", MAX_COUNT = "maxCount",
    UNIQUE_LANG = "uniqueLang", CLASS = "class", DATATYPE = "datatype", NODE_KIND = "nodeKind",
    IRI = "IRI", IN = "in", PATTERN = "pattern", MIN_LENGTH = "minLength",
    MIN_INCLUSIVE = "minInclusive", MAX_INCLUSIVE = "maxInclusive", OR = "or",
    SPARQL = "sparql", SELECT = "select", PREFIXES = "prefixes", DECLARE = "declare",
    PREFIX = "prefix", NAMESPACE = "namespace",
    VALIDATION_REPORT = "ValidationReport", CONFORMS = "conforms", RESULT = "result",
    VALIDATION_RESULT = "ValidationResult", FOCUS_NODE = "focusNode", VALUE = "value",
    RESULT_SEVERITY = "resultSeverity", RESULT_MESSAGE = "resultMessage",
    RESULT_PATH = "resultPath", SOURCE_SHAPE = "sourceShape",
    SOURCE_CONSTRAINT_COMPONENT = "sourceConstraintComponent",
    MIN_COUNT_COMPONENT = "MinCountConstraintComponent",
    MAX_COUNT_COMPONENT = "MaxCountConstraintComponent",
    UNIQUE_LANG_COMPONENT = "UniqueLangConstraintComponent",
    CLASS_COMPONENT = "ClassConstraintComponent",
    DATATYPE_COMPONENT = "DatatypeConstraintComponent",
    NODE_KIND_COMPONENT = "NodeKindConstraintComponent", IN_COMPONENT = "InConstraintComponent",
    PATTERN_COMPONENT = "PatternConstraintComponent",
    MIN_LENGTH_COMPONENT = "MinLengthConstraintComponent",
    MIN_INCLUSIVE_COMPONENT = "MinInclusiveConstraintComponent",
    MAX_INCLUSIVE_COMPONENT = "MaxInclusiveConstraintComponent",
    OR_COMPONENT = "OrConstraintComponent", SPARQL_COMPONENT = "SPARQLConstraintComponent",
);

//! The terms that the graph is written in, a module a namespace.
//!
//! What each means is said in `ontology/vocabulary/` for our own and by its publisher for borrowed
//! ones.

/// Declares the terms of a namespace as constants.
macro_rules! namespace {
    ($(#[$doc:meta])* $module:ident, $prefix:literal, $($name:ident = $local:literal),* $(,)?) => {
        $(#[$doc])*
        pub mod $module {
            use oxigraph::model::NamedNodeRef;
            $(
                #[doc = concat!("`", stringify!($module), ":", $local, "`")]
                pub const $name: NamedNodeRef<'static> =
                    NamedNodeRef::new_unchecked(concat!($prefix, $local));
            )*
        }
    };
}

pub(crate) use namespace;

namespace!(
    /// Our own terms.
    unsc, "https://w3id.org/unsc/ontology#",
    RESOLUTION = "Resolution", MEETING = "Meeting", VOTE = "Vote", BALLOT = "Ballot",
    MANDATE = "Mandate", STRENGTH = "Strength", TERM = "Term", TASK = "Task",
    RECITAL = "Recital", OPERATIVE_PARAGRAPH = "OperativeParagraph",
    STATE = "State", PLACE = "Place", MISSION = "Mission", PARTY = "Party", AGREEMENT = "Agreement",
    CHARTER_PROVISION = "CharterProvision", DOCUMENT = "Document",
    EXPRESSION = "Expression", SYMBOL = "symbol",
    NUMBER = "number", AGENDA_ITEM = "agendaItem", ADOPTED_AT = "adoptedAt",
    HAS_VOTE = "hasVote", RESULT = "result", MANNER = "manner", HAS_BALLOT = "hasBallot",
    VOTES_FOR = "votesFor", VOTES_AGAINST = "votesAgainst", ABSTENTIONS = "abstentions",
    ABSENT = "absent", NOT_VOTING = "notVoting", VOTER = "voter", CHOICE = "choice",
    ESTABLISHES = "establishes", EXTENDS = "extends", MODIFIES = "modifies",
    TERMINATES = "terminates", MENTIONS_MISSION = "mentionsMission",
    HAS_MANDATE = "hasMandate", OF_MISSION = "ofMission", HAS_STRENGTH = "hasStrength",
    COUNT = "count", CATEGORY = "category", HAS_TERM = "hasTerm", DURATION = "duration",
    UNTIL = "until", HAS_TASK = "hasTask", IN_CLAUSE = "inClause",
    MENTIONS_PERSON = "mentionsPerson", STATES_ROLE = "statesRole", MENTIONS_POST = "mentionsPost", OFFICE_FOR = "officeFor",
    MENTIONS_PLACE = "mentionsPlace", MENTIONS_PARTY = "mentionsParty",
    MENTIONS_ORGANIZATION = "mentionsOrganization", MENTIONS_AGREEMENT = "mentionsAgreement",
    MENTIONS_DATE = "mentionsDate", MENTIONS_PERIOD = "mentionsPeriod",
    CITES_PARAGRAPH = "citesParagraph", INVOKES = "invokes", IMPOSES = "imposes",
    SIGNED_AT = "signedAt", SIGNED_ON = "signedOn", SIGNED_BY = "signedBy",
    LOCATION = "location", REVIEWED_EVERY = "reviewedEvery", CONDITION = "condition",
    TASK_ASSIGNMENT = "TaskAssignment", ASSIGNS_TASK = "assignsTask", TASK_TYPE = "taskType",
    ENGAGEMENT = "engagement", MODALITY = "modality",
    IMPOSITION = "Imposition", HAS_IMPOSITION = "hasImposition", MEASURE = "measure",
    TARGET = "target", EXEMPTION = "exemption",
    DECISION = "Decision", DECISION_TYPE = "decisionType", ON = "on", TAKES_DECISION = "takesDecision",
    ACTION = "Action", HAS_ACTION = "hasAction", ADDRESSEE = "addressee", DEADLINE = "deadline",
    WITHIN = "within", ACT = "act", VERB = "verb", ENCODING = "encoding",
    STATES_NO_VOTE_ON = "statesNoVoteOn",
    DERIVED_FACT = "DerivedFact", HAS_DERIVED_FACT = "hasDerivedFact", RULE = "rule",
    SECRETARY_GENERAL = "secretaryGeneral", COUNCIL_MEMBER = "councilMember",
    IN_FAVOUR = "inFavour",
    DRAFT_RESOLUTION = "DraftResolution", VETOED_BY = "vetoedBy", PUT_TO_VOTE_AT = "putToVoteAt",
    RECORDED_IN = "recordedIn", PRINTED_IN = "printedIn",
    UNITED_NATIONS_DOCUMENT = "UnitedNationsDocument", NAMES_DOCUMENT = "namesDocument",
    DOCUMENT_TYPE = "documentType", DOCUMENT_AUTHOR = "documentAuthor",
    SUBMITTED_PURSUANT_TO = "submittedPursuantTo", ASKS_FOR = "asksFor",
    SITUATION = "Situation", CONCERNS = "concerns", IN_PLACE = "inPlace",
    SITUATION_TYPE = "situationType",
    OF_REGIME = "ofRegime", OF_IMPOSITION = "ofImposition",
    EVENT = "Event", MENTIONS_EVENT = "mentionsEvent", EVENT_TYPE = "eventType",
    EVENT_STATUS = "eventStatus", AT_PLACE = "atPlace", ON_DATE = "onDate",
    AKN_IRI = "aknIri",
    CARRIED_OUT_BY = "carriedOutBy", SUFFERED_BY = "sufferedBy",
);

namespace!(
    /// DCMI Metadata Terms.
    dcterms, "http://purl.org/dc/terms/",
    CREATED = "created",
    BIBLIOGRAPHIC_CITATION = "bibliographicCitation", DATE = "date", DESCRIPTION = "description", IDENTIFIER = "identifier", TITLE = "title",
    LICENSE = "license", CREATOR = "creator", TEMPORAL = "temporal", PERIOD_OF_TIME = "PeriodOfTime",
    REFERENCES = "references", REPLACES = "replaces", HAS_PART = "hasPart", IS_PART_OF = "isPartOf", SOURCE = "source", FORMAT = "format",
);

namespace!(
    /// The European Legislation Identifier.
    eli, "http://data.europa.eu/eli/ontology#",
    REALIZES = "realizes", LANGUAGE = "language", IS_EMBODIED_BY = "is_embodied_by", FORMAT = "Format",
);

namespace!(
    /// FOAF.
    foaf, "http://xmlns.com/foaf/0.1/",
    PERSON = "Person", PAGE = "page", IS_PRIMARY_TOPIC_OF = "isPrimaryTopicOf",
    PRIMARY_TOPIC = "primaryTopic",
);

namespace!(
    /// OWL.
    owl, "http://www.w3.org/2002/07/owl#",
    SAME_AS = "sameAs",
);

namespace!(
    /// The Organization Ontology.
    org, "http://www.w3.org/ns/org#",
    FORMAL_ORGANIZATION = "FormalOrganization", MEMBERSHIP = "Membership", MEMBER = "member",
    ORGANIZATION = "organization", ROLE = "role", POST = "Post", POST_IN = "postIn",
);

namespace!(
    /// The Web Annotation Vocabulary.
    oa, "http://www.w3.org/ns/oa#",
    ANNOTATION = "Annotation", HAS_BODY = "hasBody", HAS_TARGET = "hasTarget",
    MOTIVATED_BY = "motivatedBy", LINKING = "linking", SPECIFIC_RESOURCE = "SpecificResource",
    HAS_SOURCE = "hasSource", HAS_SELECTOR = "hasSelector",
    DATA_POSITION_SELECTOR = "DataPositionSelector", TEXT_QUOTE_SELECTOR = "TextQuoteSelector",
    START = "start", END = "end", EXACT = "exact",
);

namespace!(
    /// PROV-O.
    prov, "http://www.w3.org/ns/prov#",
    ENTITY = "Entity", WAS_DERIVED_FROM = "wasDerivedFrom",
    WAS_GENERATED_BY = "wasGeneratedBy", ACTIVITY = "Activity",
    SOFTWARE_AGENT = "SoftwareAgent", WAS_ASSOCIATED_WITH = "wasAssociatedWith",
    WAS_ATTRIBUTED_TO = "wasAttributedTo", USED = "used",
);

namespace!(
    /// schema.org.
    schema, "https://schema.org/",
    ABOUT = "about", TEXT = "text", SHA256 = "sha256", SOFTWARE_VERSION = "softwareVersion",
);

namespace!(
    /// VoID.
    void, "http://rdfs.org/ns/void#",
    DATASET = "Dataset", DATASET_DESCRIPTION = "DatasetDescription",
    SUBSET = "subset", URI_SPACE = "uriSpace", VOCABULARY = "vocabulary",
    EXAMPLE_RESOURCE = "exampleResource", SPARQL_ENDPOINT = "sparqlEndpoint",
    TRIPLES = "triples", ENTITIES = "entities", CLASSES = "classes", PROPERTIES = "properties",
    DISTINCT_SUBJECTS = "distinctSubjects", DISTINCT_OBJECTS = "distinctObjects",
    CLASS_PARTITION = "classPartition", CLASS = "class",
    PROPERTY_PARTITION = "propertyPartition", PROPERTY = "property",
    LINK_PREDICATE = "linkPredicate", SUBJECTS_TARGET = "subjectsTarget",
    OBJECTS_TARGET = "objectsTarget",
);

namespace!(
    /// SPARQL 1.1 Service Description.
    sd, "http://www.w3.org/ns/sparql-service-description#",
    NAMED_GRAPH = "NamedGraph", NAME = "name",
);

namespace!(
    /// DCAT.
    dcat, "http://www.w3.org/ns/dcat#",
    DISTRIBUTION = "Distribution", HAS_DISTRIBUTION = "distribution", MEDIA_TYPE = "mediaType",
    DATA_SERVICE = "DataService", ENDPOINT_URL = "endpointURL", SERVES_DATASET = "servesDataset",
    START_DATE = "startDate", END_DATE = "endDate",
);

namespace!(
    /// SKOS.
    skos, "http://www.w3.org/2004/02/skos/core#",
    PREF_LABEL = "prefLabel", NOTATION = "notation",
);

namespace!(
    /// Datatypes of the Library of Congress.
    edtf, "http://id.loc.gov/datatypes/edtf/",
    LEVEL_1 = "EDTF-level1",
);

import java.io.File;

import org.semanticweb.HermiT.Configuration;
import org.semanticweb.HermiT.Reasoner;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.profiles.OWL2DLProfile;
import org.semanticweb.owlapi.profiles.OWLProfileViolation;

/**
 * Checks an ontology in RDF/XML: Owl.java vocabulary|data FILE.
 *
 * A vocabulary must be OWL 2 DL; data may have literals that OWL 2 has no datatypes for, which are passed over. Both
 * must be consistent, and every class must be able to have an instance.
 */
class Owl {
    public static void main(String[] arguments) throws Exception {
        boolean vocabulary = arguments[0].equals("vocabulary");
        File file = new File(arguments[1]);
        OWLOntology ontology = OWLManager.createOWLOntologyManager().loadOntologyFromOntologyDocument(file);
        int faults = 0;
        if (vocabulary) {
            for (OWLProfileViolation violation : new OWL2DLProfile().checkOntology(ontology).getViolations()) {
                System.err.println("not OWL 2 DL: " + violation);
                faults++;
            }
        }
        Configuration configuration = new Configuration();
        configuration.ignoreUnsupportedDatatypes = !vocabulary;
        configuration.throwInconsistentOntologyException = false;
        Reasoner reasoner = new Reasoner(configuration, ontology);
        if (reasoner.isConsistent()) {
            for (OWLClass impossible : reasoner.getUnsatisfiableClasses().getEntitiesMinusBottom()) {
                System.err.println("can have no instance: " + impossible);
                faults++;
            }
        } else {
            System.err.println("inconsistent");
            faults++;
        }
        if (faults > 0) {
            System.exit(1);
        }
        System.out.printf("%s: %d axioms, consistent, every class can have an instance%s%n", file.getName(),
                ontology.getAxiomCount(), vocabulary ? ", OWL 2 DL" : "");
    }
}

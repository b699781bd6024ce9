package io.ssdlab.cli;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates.rawParameterTypes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import ai.djl.ndarray.NDArray;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Dependencies run one way: {@code cli -> report -> core -> spi <- plugins}, with COCO's JSON and files of weights beside the SPI. */
@AnalyzeClasses(packages = "io.ssdlab", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String CLI = "io.ssdlab.cli..";
    private static final String COCO = "io.ssdlab.coco..";
    private static final String CORE = "io.ssdlab.core..";
    private static final String PLUGINS = "io.ssdlab.plugin..";
    private static final String REPORT = "io.ssdlab.report..";
    private static final String SPI = "io.ssdlab.spi..";
    private static final String TESTKIT = "io.ssdlab.testkit..";
    private static final String WEIGHTS = "io.ssdlab.weights..";

    @ArchTest
    static final ArchRule onlyTheCommandLineSeesTheCommandLine = noClasses()
            .that()
            .resideOutsideOfPackage(CLI)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(CLI);

    @ArchTest
    static final ArchRule onlyTheCommandLineReportsAndTheTestkitSeeTheCore = noClasses()
            .that()
            .resideOutsideOfPackages(CLI, REPORT, CORE, TESTKIT)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(CORE);

    @ArchTest
    static final ArchRule onlyTheCommandLineSeesReports = noClasses()
            .that()
            .resideOutsideOfPackages(CLI, REPORT)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(REPORT);

    @ArchTest
    static final ArchRule nobodyButThemselvesSeesPlugins = noClasses()
            .that()
            .resideOutsideOfPackage(PLUGINS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(PLUGINS)
            .because("plugins are found by ServiceLoader, ours no other way than a third party's");

    @ArchTest
    static final ArchRule readingCocoNeedsTheSpiAndAJsonParserAlone = classes()
            .that()
            .resideInAPackage(COCO)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(COCO, SPI, "java..", "com.fasterxml.jackson.core..")
            .because("both core and plugins read COCO's JSON, and plugins never see core");

    @ArchTest
    static final ArchRule theSpiDoesNotSeeCoco = noClasses()
            .that()
            .resideInAnyPackage(SPI, TESTKIT)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(COCO);

    @ArchTest
    static final ArchRule readingWeightsNeedsTheSpiAndParsersAlone = classes()
            .that()
            .resideInAPackage(WEIGHTS)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    WEIGHTS, SPI, "java..", "com.fasterxml.jackson.core..", "com.google.protobuf..", "io.jhdf..")
            .because("files of weights are read without an engine");

    @ArchTest
    static final ArchRule onlyCoreAndTheCommandLineSeeFilesOfWeights = noClasses()
            .that()
            .resideOutsideOfPackages(WEIGHTS, CORE, CLI)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(WEIGHTS);

    @ArchTest
    static final ArchRule nobodyElseParsesFilesOfWeights = noClasses()
            .that()
            .resideOutsideOfPackage(WEIGHTS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.google.protobuf..", "io.jhdf..");

    @ArchTest
    static final ArchRule theTestkitIsForTestsOnly = noClasses()
            .that()
            .resideOutsideOfPackage(TESTKIT)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(TESTKIT);

    @ArchTest
    static final ArchRule theSpiBringsNoLibraryThatAPluginMightNotWant = classes()
            .that()
            .resideInAPackage(SPI)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(SPI, "java..", "jakarta.inject..", "ai.djl..");

    @ArchTest
    static final ArchRule theTestkitSpeaksOfNoLibraryButThoseOfTests = classes()
            .that()
            .resideInAPackage(TESTKIT)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    SPI,
                    CORE,
                    TESTKIT,
                    "java..",
                    "javax..",
                    "jakarta.inject..",
                    "com.google.inject..",
                    "ai.djl..",
                    "org.junit..",
                    "org.assertj..",
                    "org.opentest4j..",
                    "org.apiguardian..");

    @ArchTest
    static final ArchRule noCodeNamesAnEngine =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("ai.djl.mxnet..", "ai.djl.pytorch..");

    /** See {@link io.ssdlab.spi.training.Scalar}. */
    @ArchTest
    static final ArchRule numbersOutliveTheirGradients = noClasses()
            .that()
            .resideInAnyPackage(PLUGINS, TESTKIT)
            .should()
            .callMethodWhere(target(owner(assignableTo(NDArray.class)))
                    .and(target(nameMatching("mul|div|mod|pow|maximum|minimum")))
                    .and(target(rawParameterTypes(Number.class))))
            .because("DJL closes the array of such a number before PyTorch takes gradients; Scalar keeps it");
}

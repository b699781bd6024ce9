package io.ssdlab.spi;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Whatever the SPI sees, every plugin inherits: so it sees DJL's API, {@code jakarta.inject} and the JDK. */
@AnalyzeClasses(packages = "io.ssdlab", importOptions = ImportOption.DoNotIncludeTests.class)
class SpiDependenciesTest {

    @ArchTest
    static final ArchRule seesDjlInjectAndTheJdkAlone = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.ssdlab.spi..", "ai.djl..", "jakarta.inject..", "java..");

    @ArchTest
    static final ArchRule seesNoEngine =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("ai.djl.mxnet..", "ai.djl.pytorch..");
}

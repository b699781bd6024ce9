package io.ssdlab.core.model;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import io.ssdlab.spi.model.Backbone;
import io.ssdlab.spi.model.BackboneNetwork;
import io.ssdlab.spi.model.PriorLayer;
import io.ssdlab.spi.model.SourceMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * A detector's network before it is initialised: its blocks, and the names of what they hold. Loads no engine. What is not to
 * be learnt is frozen here: on MXNet what was once to be learnt costs time ever after. For one thread.
 */
public final class NetworkDesign {

    private final DetectorLayout layout;
    private final SingleShotBlock block;
    private final Map<String, Parameter> ofBackbone;
    private final Map<String, Parameter> parameters;
    private final Map<String, ParameterRows> headTensors;
    private final HeadTensors headTensorNames;
    private final List<Parameter> learntByBackbone;
    private final long headParameters;

    private NetworkDesign(
            DetectorLayout layout,
            SingleShotBlock block,
            Map<String, Parameter> ofBackbone,
            Map<String, Parameter> parameters,
            Map<String, ParameterRows> headTensors,
            HeadTensors headTensorNames,
            long headParameters) {
        this.layout = layout;
        this.block = block;
        this.ofBackbone = ofBackbone;
        this.parameters = Collections.unmodifiableMap(parameters);
        this.headTensors = headTensors;
        this.headTensorNames = headTensorNames;
        this.learntByBackbone =
                ofBackbone.values().stream().filter(Parameter::requiresGradient).toList();
        this.headParameters = headParameters;
    }

    /**
     * A network for {@code classes} classes besides the background.
     *
     * @param random from which its weights are drawn when it is initialised
     */
    public static NetworkDesign of(Backbone backbone, DetectorLayout layout, int classes, RandomGenerator random) {
        BackboneNetwork network = backbone.build(layout.input(), random);
        Map<String, Parameter> parameters = new LinkedHashMap<>(network.parameters());
        Map<String, ParameterRows> headTensors = new LinkedHashMap<>();
        Set<String> predictorTensors = new HashSet<>();
        Set<String> logitTensors = new HashSet<>();
        List<Optional<PredictionHead>> heads = new ArrayList<>();
        Iterator<PriorLayer> layers = layout.priors().layers().iterator();
        long headParameters = 0;
        for (int i = 0; i < layout.sources().size(); i++) {
            if (!layout.predictedFrom().get(i)) {
                heads.add(Optional.empty());
                continue;
            }
            SourceMap source = layout.sources().get(i);
            PredictionHead head = layout.heads().head(layers.next().boxesPerCell(), classes, source.channels(), random);
            heads.add(Optional.of(head));
            String name = source.name() + "_mbox";
            parameters.putAll(head.parameters(name));
            headTensors.putAll(head.tensors(name));
            predictorTensors.addAll(head.predictorTensors(name));
            logitTensors.addAll(head.logitTensors(name));
            headParameters += head.effectiveParameters(source.channels());
        }
        return new NetworkDesign(
                layout,
                new SingleShotBlock(network.block(), heads),
                network.parameters(),
                parameters,
                headTensors,
                new HeadTensors(headTensors.keySet(), predictorTensors, logitTensors),
                headParameters);
    }

    /** Every parameter, the running statistics too, in the network's order; their shapes are not known yet. */
    public Map<String, Parameter> parameters() {
        return parameters;
    }

    /** For each tensor, by its name in files, the name of the parameter that it is or lies in. */
    public Map<String, String> tensors() {
        Map<String, String> tensors = new LinkedHashMap<>();
        ofBackbone.keySet().forEach(name -> tensors.put(name, name));
        headTensors.forEach((name, rows) -> tensors.put(name, rows.parameter()));
        return tensors;
    }

    /** Every batch normalisation, in the network's order. */
    public List<Normalisation> normalisations() {
        IdentityHashMap<Parameter, String> names = new IdentityHashMap<>();
        parameters.forEach((name, parameter) -> names.put(parameter, name));
        List<Normalisation> found = new ArrayList<>();
        collect(block, names, found);
        return List.copyOf(found);
    }

    private static void collect(Block block, IdentityHashMap<Parameter, String> names, List<Normalisation> found) {
        Normalisation.of(block, names).ifPresent(found::add);
        block.getChildren().values().forEach(child -> collect(child, names, found));
    }

    /** The network on an engine, its weights drawn. Once. */
    public DetectorNetwork initialise(NDManager manager) {
        block.initialize(
                manager,
                DataType.FLOAT32,
                new Shape(1, 3, layout.input().height(), layout.input().width()));
        long backboneParameters = learntByBackbone.stream()
                .mapToLong(parameter -> parameter.getShape().size())
                .sum();
        return new DetectorNetwork(
                layout,
                block,
                parameters,
                rows(),
                headTensorNames,
                backboneParameters + headParameters,
                new ParameterStore(manager, false));
    }

    private Map<String, ParameterRows> rows() {
        Map<String, ParameterRows> tensors = new LinkedHashMap<>();
        ofBackbone.forEach((name, parameter) -> tensors.put(
                name,
                new ParameterRows(name, 0, Math.toIntExact(parameter.getShape().get(0)))));
        tensors.putAll(headTensors);
        return tensors;
    }
}

package io.ssdlab.core.store;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;

/** Reads a number of JSON, {@code null} as one that is undefined (NaN): what {@link UndefinedAsNull} wrote. */
public final class NullAsUndefined extends StdDeserializer<Double> {

    private static final long serialVersionUID = 1L;

    public NullAsUndefined() {
        super(Double.class);
    }

    @Override
    public Double deserialize(JsonParser in, DeserializationContext context) throws IOException {
        return _parseDoublePrimitive(in, context);
    }

    @Override
    public Double getNullValue(DeserializationContext context) {
        return Double.NaN;
    }

    @Override
    public Object getEmptyValue(DeserializationContext context) {
        return Double.NaN;
    }
}

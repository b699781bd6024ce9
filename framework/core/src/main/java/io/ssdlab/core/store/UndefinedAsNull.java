package io.ssdlab.core.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;

/** Writes a number as JSON, one that is undefined (NaN) or infinite as {@code null}. */
public final class UndefinedAsNull extends StdSerializer<Double> {

    private static final long serialVersionUID = 1L;

    public UndefinedAsNull() {
        super(Double.class);
    }

    @Override
    public void serialize(Double value, JsonGenerator out, SerializerProvider provider) throws IOException {
        if (Double.isFinite(value)) {
            out.writeNumber(value);
        } else {
            out.writeNull();
        }
    }
}

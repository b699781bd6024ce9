package io.ssdlab.weights;

import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import java.util.Optional;

/** How HDF5 describes numbers: by their bits. */
final class HdfNumbers {

    private HdfNumbers() {}

    /** The encoding of a type; empty if it is none of numbers, or of unusual ones. */
    static Optional<Encoding> encoding(DataType type) {
        if (type instanceof FloatingPoint floating) {
            return floatingType(floating).map(found -> Encoding.plain(found, floating.getByteOrder()));
        }
        if (type instanceof FixedPoint fixed) {
            return integerType(fixed).map(found -> Encoding.plain(found, fixed.getByteOrder()));
        }
        return Optional.empty();
    }

    private static Optional<ElementType> floatingType(FloatingPoint type) {
        if (type.getBitOffset() != 0 || type.getBitPrecision() != type.getSize() * Byte.SIZE) {
            return Optional.empty();
        }
        String layout = "%d: %d %d %d"
                .formatted(type.getSize(), type.getExponentSize(), type.getMantissaSize(), type.getExponentBias());
        return switch (layout) {
            case "2: 5 10 15" -> Optional.of(ElementType.FLOAT16);
            case "2: 8 7 127" -> Optional.of(ElementType.BFLOAT16);
            case "4: 8 23 127" -> Optional.of(ElementType.FLOAT32);
            case "8: 11 52 1023" -> Optional.of(ElementType.FLOAT64);
            default -> Optional.empty();
        };
    }

    private static Optional<ElementType> integerType(FixedPoint type) {
        if (type.getBitOffset() != 0 || type.getBitPrecision() != type.getSize() * Byte.SIZE) {
            return Optional.empty();
        }
        boolean signed = type.isSigned();
        return switch (type.getSize()) {
            case 1 -> Optional.of(signed ? ElementType.INT8 : ElementType.UINT8);
            case 2 -> Optional.of(signed ? ElementType.INT16 : ElementType.UINT16);
            case 4 -> Optional.of(signed ? ElementType.INT32 : ElementType.UINT32);
            case 8 -> signed ? Optional.of(ElementType.INT64) : Optional.empty();
            default -> Optional.empty();
        };
    }
}

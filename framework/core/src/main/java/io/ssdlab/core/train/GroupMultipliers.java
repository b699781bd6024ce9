package io.ssdlab.core.train;

/** By how much learning rate and weight decay differ from parameter to parameter, beside {@link ParameterMultipliers}. */
public interface GroupMultipliers {

    /** All parameters of a kind alike. */
    GroupMultipliers NONE = new GroupMultipliers() {
        @Override
        public double learningRate(String parameter) {
            return 1;
        }

        @Override
        public double weightDecay(String parameter) {
            return 1;
        }
    };

    /** The factor on the learning rate of the parameter of a name, at least 0. */
    double learningRate(String parameter);

    /** The factor on the weight decay of the parameter of a name, at least 0. */
    double weightDecay(String parameter);
}

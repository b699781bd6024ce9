package io.ssdlab.core.train;

/**
 * How large a group of parameters is.
 *
 * @param name of the group
 * @param treatment in a few words
 * @param frozen whether none of its parameters is learnt
 * @param tensors in it, the running statistics too
 * @param parameters values in it that are learnt or, if it is frozen, would be; without running statistics and padding
 */
public record GroupSize(String name, String treatment, boolean frozen, int tensors, long parameters) {

    static GroupSize empty(ParameterGroup group) {
        return new GroupSize(group.name(), group.treatment(), group.frozen(), 0, 0);
    }

    /** One tensor of what is in no group. */
    static GroupSize ofRest(long parameters) {
        return new GroupSize("the rest", "learnt", false, 1, parameters);
    }

    GroupSize plus(GroupSize more) {
        return new GroupSize(name, treatment, frozen, tensors + more.tensors, parameters + more.parameters);
    }
}

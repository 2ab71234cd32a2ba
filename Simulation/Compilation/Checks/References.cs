using Supply.Files;

namespace Supply.Compilation;

/// <summary>Finds what the properties of a noun name, and reports what is not there.</summary>
internal abstract class References
{
    /// <summary>A part.</summary>
    /// <param name="place">Name of the noun in messages.</param>
    /// <param name="what">Name of the property in messages.</param>
    /// <param name="to">Which parts it may name.</param>
    /// <param name="name">The name.</param>
    public abstract void Find(string place, string what, Reference to, string name);

    /// <summary>The supplier of an origin.</summary>
    /// <param name="place">Name of the noun in messages.</param>
    /// <param name="origin">The origin.</param>
    public virtual void FindSupplier(string place, Origin origin) =>
        throw new NotSupportedException("Only changes act on the supplier of an origin.");
}

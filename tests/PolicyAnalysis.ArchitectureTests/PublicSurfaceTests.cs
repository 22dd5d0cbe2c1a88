using System.Reflection;
using System.Runtime.CompilerServices;

namespace PolicyAnalysis.ArchitectureTests;

/// <summary>Habits of the public surface and of shared state that no compiler checks.</summary>
public sealed class PublicSurfaceTests
{
    private static readonly Assembly[] Libraries =
    [
        typeof(PolicyDocument).Assembly,
        Assembly.Load("PolicyAnalysis.Archive"),
        Assembly.Load("PolicyAnalysis.ML"),
        Assembly.Load("PolicyAnalysis.Pdf"),
    ];

    public static TheoryData<string> PublicTypes() => [.. Libraries.SelectMany(library => library.GetExportedTypes()).Select(type => type.AssemblyQualifiedName!)];

    [Theory]
    [MemberData(nameof(PublicTypes))]
    public void A_public_type_is_closed_for_inheritance(string name)
    {
        Type type = Type.GetType(name, throwOnError: true)!;
        bool closed = type.IsSealed || type.IsInterface || type.IsValueType || typeof(Exception).IsAssignableFrom(type);
        Assert.True(closed, $"{type} can be inherited; seal it or make it an interface.");
    }

    [Theory]
    [MemberData(nameof(PublicTypes))]
    public void A_public_property_cannot_be_set_after_construction(string name)
    {
        Type type = Type.GetType(name, throwOnError: true)!;
        IEnumerable<string> settable = type
            .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(property => property.SetMethod is { IsPublic: true } setter && !IsInitOnly(setter))
            .Select(property => property.Name);
        Assert.Empty(settable);
    }

    [Theory]
    [MemberData(nameof(PublicTypes))]
    public void A_public_type_has_no_public_field_but_constants(string name)
    {
        Type type = Type.GetType(name, throwOnError: true)!;
        Assert.Empty(type.IsEnum ? [] : type.GetFields(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly).Where(field => !field.IsLiteral && !field.IsInitOnly));
    }

    [Fact]
    public void No_static_field_can_be_assigned_after_start()
    {
        IEnumerable<string> mutable = Libraries
            .SelectMany(library => library.GetTypes())
            .Where(type => !IsGenerated(type))
            .SelectMany(type => type.GetFields(BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(field => !field.IsInitOnly && !field.IsLiteral && !field.Name.StartsWith('<'))
            .Select(field => $"{field.DeclaringType}.{field.Name}");
        Assert.Empty(mutable);
    }

    [Fact]
    public void No_type_of_a_parsing_or_learning_library_shows_in_the_public_surface_of_the_core()
    {
        string[] hidden = ["AngleSharp", "Markdig", "Microsoft.ML"];
        IEnumerable<string> shown = typeof(PolicyDocument).Assembly.GetExportedTypes()
            .SelectMany(type => type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .SelectMany(member => Mentioned(member).Select(type => (member, type)))
            .Where(pair => hidden.Any(library => pair.type.Assembly.GetName().Name!.StartsWith(library, StringComparison.Ordinal)))
            .Select(pair => $"{pair.member.DeclaringType}.{pair.member.Name} shows {pair.type}");
        Assert.Empty(shown);
    }

    private static IEnumerable<Type> Mentioned(MemberInfo member) => member switch
    {
        MethodInfo method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType),
        ConstructorInfo constructor => constructor.GetParameters().Select(parameter => parameter.ParameterType),
        PropertyInfo property => [property.PropertyType],
        FieldInfo field => [field.FieldType],
        _ => [],
    };

    private static bool IsInitOnly(MethodInfo setter) =>
        setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static bool IsGenerated(Type type)
    {
        for (Type? current = type; current is not null; current = current.DeclaringType)
        {
            if (current.GetCustomAttribute<CompilerGeneratedAttribute>() is not null
                || current.GetCustomAttribute<System.CodeDom.Compiler.GeneratedCodeAttribute>() is not null
                || current.Name.StartsWith('<'))
                return true;
        }

        return false;
    }
}

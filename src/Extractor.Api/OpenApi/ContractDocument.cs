using System.Collections.Immutable;
using Extractor.Models;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Extractor.Api.OpenApi;

/// <summary>Tells the OpenAPI document what types alone do not say.</summary>
internal static class ContractDocument
{
    public static void Describe(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Extractor",
                Version = "v1",
                Description = "Reads Vietnamese administrative reports and returns their figures as structured data.",
            };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<TakesFileAttribute>().FirstOrDefault() is { } takes)
            {
                operation.RequestBody = FileBody(takes.Several);
            }

            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<TakesCampaignAttribute>().Any())
            {
                operation.RequestBody = CampaignBody();
            }

            return Task.CompletedTask;
        });
        options.AddDocumentTransformer(ContractExamples.DescribeAsync);
        options.AddOperationTransformer(ContractExamples.DescribeAsync);
        options.AddSchemaTransformer((schema, context, _) =>
        {
            DescribeValue(schema, context.JsonTypeInfo.Type);
            return Task.CompletedTask;
        });
    }

    private static OpenApiRequestBody FileBody(bool several)
    {
        var binary = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" };
        var form = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Required = new HashSet<string> { "file" },
            Properties = new Dictionary<string, IOpenApiSchema> { ["file"] = several ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = binary } : binary },
        };
        return new OpenApiRequestBody
        {
            Required = true,
            Description = several ? "Reports, each as a part \"file\". Their types are found from the content; names are metadata." : "One report. Its type is found from the content; the name is metadata.",
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["multipart/form-data"] = new() { Schema = form },
                ["application/octet-stream"] = new() { Schema = binary },
            },
        };
    }

    private static OpenApiRequestBody CampaignBody()
    {
        OpenApiRequestBody body = FileBody(several: true);
        OpenApiMediaType binary = body.Content!["application/octet-stream"];
        body.Content.Remove("application/octet-stream");
        body.Content["application/zip"] = binary;
        var text = new OpenApiSchema { Type = JsonSchemaType.String };
        body.Content["application/json"] = new OpenApiMediaType
        {
            Schema = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Required = new HashSet<string> { "folder" },
                Properties = new Dictionary<string, IOpenApiSchema>
                {
                    ["folder"] = text,
                    ["name"] = text,
                    ["family"] = text,
                    ["window"] = text,
                    ["documentsPerMinute"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
                },
            },
        };
        body.Description = "A folder of the server as JSON, a zip archive, or reports as parts \"file\" of a form.";
        return body;
    }

    // These types write themselves, so the generator sees nothing of them. It asks for the items of a list again, with the type of the list.
    private static void DescribeValue(OpenApiSchema schema, Type type)
    {
        Type plain = Nullable.GetUnderlyingType(type) ?? type;
        // That a value may be missing is said where it is used; as a member of the enum generators make a class of it.
        if (schema.Enum is { Count: > 0 } members)
        {
            schema.Enum = [.. members.Where(member => member is not null && !member.IsJsonNullSentinel())];
        }

        if (schema.Type is not null)
        {
            return;
        }

        if (plain == typeof(Box))
        {
            schema.Type = JsonSchemaType.Array;
            schema.Items = new OpenApiSchema { Type = JsonSchemaType.Number };
            (schema.MinItems, schema.MaxItems) = (4, 4);
            schema.Description = "[x0, y0, x1, y1] in PDF points, origin at the top left.";
        }
        else if (plain == typeof(Confidence))
        {
            schema.Type = JsonSchemaType.Number;
            (schema.Minimum, schema.Maximum) = ("0", "1");
        }
        else if (typeof(IndicatorValue).IsAssignableFrom(plain))
        {
            schema.Type = JsonSchemaType.Number | JsonSchemaType.String;
            schema.Description = "A number, or a ratio such as \"10/10\".";
        }
        else if (plain == typeof(ImmutableArray<string>))
        {
            schema.Type = JsonSchemaType.Array | JsonSchemaType.Null;
            schema.Items = new OpenApiSchema { Type = JsonSchemaType.String };
        }
    }
}

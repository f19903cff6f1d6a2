// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <libxml/xmlreader.h>

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace congvu::tasks {

/// A forward reader of hostile XML over libxml2: no network, no document type, no entities of the document's own, libxml2's own limits on
/// depth and size. Names are compared without prefix. AppError invalid "/file" "tasks.import-damaged" for what is not well formed.
class XmlStream {
public:
    /// The text must outlive the reader.
    explicit XmlStream(const std::string& xml);

    /// The next node; false at the end.
    bool next();
    /// The node begins an element of that local name.
    [[nodiscard]] bool starts(std::string_view localName) const;
    /// Value of an attribute of the element, by its written name; empty without it.
    [[nodiscard]] std::string attribute(const char* name) const;
    /// Calls `visit` for every node inside the element, and stops at its end.
    void within(const std::function<void()>& visit);
    /// The text inside the element, up to its end.
    [[nodiscard]] std::string textWithin();

private:
    std::unique_ptr<xmlTextReader, void (*)(xmlTextReaderPtr)> reader_;
};

}  // namespace congvu::tasks

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include "pdf/IncrementalWriter.h"
#include "pdf/Reader.h"

namespace congvu::signing::pades {

/// New versions of existing objects, collected so that several changes to one object become one new version.
class DocumentEdit {
public:
    DocumentEdit(const pdf::Reader& reader, pdf::IncrementalWriter& writer) : reader_(reader), writer_(writer) {}

    const pdf::Reader& reader() const { return reader_; }
    pdf::IncrementalWriter& writer() { return writer_; }

    /// The object as it will be written; starts as a copy of what the document holds.
    pdf::Object& object(pdf::ObjectNumber number);
    /// The object as it stands now, changed or not.
    const pdf::Object& current(pdf::ObjectNumber number) const;

    /// Changes the form's dictionary; makes the form when there is none.
    template <typename Change>
    void changeForm(Change change) {
        const pdf::Object& form = current(reader_.catalogNumber()).get("AcroForm");
        if (form.isReference()) {
            change(object(form.number()));
            return;
        }
        pdf::Object direct = form.isDictionary() ? form : pdf::Object::dictionary();
        change(direct);
        object(reader_.catalogNumber()).set("AcroForm", std::move(direct));
    }

    /// Appends to an array that stands in `dictionary` or is referred to from there.
    void appendTo(pdf::Object& dictionary, std::string_view key, pdf::Object item);

    /// Writes every changed object.
    void flush();

private:
    const pdf::Reader& reader_;
    pdf::IncrementalWriter& writer_;
    std::map<pdf::ObjectNumber, pdf::Object> changed_;
};

}  // namespace congvu::signing::pades

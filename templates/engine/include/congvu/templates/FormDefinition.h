// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace congvu::templates {

struct FormLayout;

/// A text shown to people, in Vietnamese (first) and English.
struct LocalizedText {
    std::string vi;
    std::string en;
};

/// What a field holds, and therefore what its JSON value looks like.
///
/// | kind      | JSON value                                                                    |
/// |-----------|-------------------------------------------------------------------------------|
/// | text      | string, one line                                                              |
/// | multiline | string, lines separated by \n                                                 |
/// | richText  | string in the small markup of BodyMarkup.h: one paragraph a line              |
/// | date      | string "YYYY-MM-DD", printed "ngày 05 tháng 02 năm 2026"                      |
/// | list      | array of strings                                                              |
/// | person    | object {authority: [{prefix, of}], position, name}                            |
/// | appendices| array of objects {title, text}; text in the markup of BodyMarkup.h            |
///
/// `prefix` is one of TM. KT. TL. TUQ. Q. (Decree 30/2020, App. I): `of` is the collective or the
/// head in whose place the person signs. A person who signs as acting head has only the line "Q.".
enum class FieldKind { text, multiline, richText, date, list, person, appendices };

/// The name of a kind as written in form.json ("text", "multiline", "richtext", "date", "list", "person",
/// "appendices").
const char* fieldKindName(FieldKind kind) noexcept;

/// One permitted value of a text field that is chosen and not typed.
struct FieldOption {
    std::string value;
    LocalizedText label;
};

/// One value a person fills in.
struct FormField {
    std::string key;
    FieldKind kind = FieldKind::text;
    LocalizedText label;
    LocalizedText help;
    bool required = false;
    /// In characters (Unicode code points after NFC); for a list, of each item.
    std::size_t maxLength = 0;
    /// The value a new document starts with, as JSON text ("\"VT\"", "[]"); empty when there is none.
    std::string defaultJson;
    /// When not empty, the value must be one of these (or empty when not required).
    std::vector<FieldOption> options;
};

/// The field for the signature of a second person who signs beside the competent one: the secretary of a
/// meeting, the other party of an agreement. Only forms whose closing has a second signer have it.
inline constexpr const char* kSecondSignatureField = "NguoiKy2";

/// The empty field for the signature of the competent person; sizes in millimetres.
struct SignaturePlacement {
    std::string fieldName = "NguoiKy";
    double widthMm = 45;
    double heightMm = 20;
};

/// The empty field for the agency's seal. Decree 30/2020, App. I: in real size, covering about one
/// third of the person's signature image on its left.
struct SealPlacement {
    std::string fieldName = "CoQuan";
    double diameterMm = 36;
    double overlap = 1.0 / 3.0;
};

enum class FieldAlignment { left, centre, right };

/// A text field filled at issuing (number, date); the place on the page follows from the layout.
struct IssuePlacement {
    std::string fieldName;
    /// 0: as wide as the column it stands in.
    double widthMm = 0;
    FieldAlignment alignment = FieldAlignment::centre;
};

/// What a form is for: a document of its own, or the copy of another one (sao y, sao lục, trích sao).
enum class FormCategory { document, copy };

/// One form, as written in its folder's form.json and layout file. Immutable after loading; may be
/// shared between threads.
struct FormDefinition {
    std::string id;
    std::string version;
    LocalizedText name;
    /// Abbreviation of Decree 30/2020, App. III ("QĐ", "TTr" …); empty for công văn and thư công, which have none.
    std::string typeAbbreviation;
    /// Where name, abbreviation and layout are laid down, for people.
    std::string source;
    FormCategory category = FormCategory::document;
    /// Fixed texts of this form that a shared layout prints by name ("enacting": "QUYẾT NGHỊ:").
    std::map<std::string, std::string> texts;
    std::vector<FormField> fields;
    /// The fields as a JSON array in the words of form.json, with everything that is shared put in.
    std::string fieldsJson;
    SignaturePlacement signature;
    SealPlacement seal;
    IssuePlacement number{"SoKyHieu", 11, FieldAlignment::right};
    IssuePlacement date{"NgayBanHanh", 0, FieldAlignment::centre};
    std::filesystem::path folder;
    std::shared_ptr<const FormLayout> layout;

    /// The field with that key, or nullptr.
    const FormField* field(const std::string& key) const noexcept;
};

}  // namespace congvu::templates
